Feature: Who sends first

  Pods that share an ENI share what it can carry. Where the operator chooses so (enable_network_priority), a pod's annotation
  k8s.aliyun.com/network-priority says whether its packets go before those of others, after them, or in between: as long as one
  that goes before has something to send, the others wait.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And runtimes that are told to send by priority

  Rule: An annotation says it, and where nothing is said a pod is in the middle

    Example: One of each
      Given a kernel that knows bands
      When pod web starts on node-1 with "k8s.aliyun.com/network-priority" written "guaranteed"
      And pod db starts on node-1 with "k8s.aliyun.com/network-priority" written "best-effort"
      And pod cache starts on node-1 with "k8s.aliyun.com/network-priority" written "burstable"
      And pod log starts on node-1
      Then what web sends goes first
      And what db sends goes last
      And what cache sends goes in the middle
      And what log sends goes in the middle
      And a check of web finds everything in place
      And web and db reach each other

    Example: In both families
      Given a kernel that knows bands
      And the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1 with "k8s.aliyun.com/network-priority" written "guaranteed"
      Then what web sends goes first

  Rule: Of a pod that ends nothing stays in its place

    Example: Whoever has its address next is sorted anew
      Given a kernel that knows bands
      And node-1 with 1 ENI of 2 addresses, which rest for 30 seconds
      When pod web starts on node-1 with "k8s.aliyun.com/network-priority" written "guaranteed"
      And web ends
      And 31 seconds pass
      And pod db starts on node-1 with "k8s.aliyun.com/network-priority" written "best-effort"
      Then db has the address that web had
      And what db sends goes last
