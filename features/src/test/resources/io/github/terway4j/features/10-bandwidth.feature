Feature: Bandwidth

  Whoever writes a pod's manifest may limit how fast the pod sends and receives. What is written there is what holds: it is
  read as Kubernetes reads it, it may be changed while the pod runs, and of nonsense no limit is made.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC

  Rule: What stands on a pod limits it, and an amount may be written in many ways

    Example: In millions, in binary millions, with an exponent
      When pod web starts on node-1 with "kubernetes.io/egress-bandwidth" written "8M"
      And pod db starts on node-1 with "kubernetes.io/egress-bandwidth" written "8e6"
      And pod cache starts on node-1 with "kubernetes.io/ingress-bandwidth" written "16000k"
      Then what web sends is held to 8 Mbit/s
      And what db sends is held to 8 Mbit/s
      And what cache receives is held to 16 Mbit/s

    Example: Terway's own annotation counts bytes by 1024, and comes last
      # 1,000,000 bytes are 976.5625 times 1024 bytes, and 8 million bits.
      When pod web starts on node-1 with "k8s.aliyun.com/egress-bandwidth" written "976.5625K"
      Then what web sends is held to 8 Mbit/s
      When somebody writes "16M" as "kubernetes.io/egress-bandwidth" on web
      Then what web sends is held to 16 Mbit/s

  Rule: A limit is changed where it stands, while the pod runs

    Example: It comes, changes and goes
      Given pod web runs on node-1
      And pod db runs on node-2
      When somebody writes "8M" as "kubernetes.io/egress-bandwidth" on web
      Then what web sends is held to 8 Mbit/s
      And an event of web says "BandwidthChanged: egress: 8 Mbit/s, before no limit"
      When somebody writes "16M" as "kubernetes.io/ingress-bandwidth" on web
      Then what web receives is held to 16 Mbit/s
      And a check of web finds everything in place
      And web and db reach each other
      When somebody takes "kubernetes.io/egress-bandwidth" off web
      And somebody takes "kubernetes.io/ingress-bandwidth" off web
      Then nothing holds back what web sends or receives
      And an event of web says "BandwidthChanged: egress: no limit, before 8 Mbit/s"
      And a check of web finds everything in place

    Example: While nobody is there to hear of it
      Given pod web runs on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s
      When the agent of node-1 is killed
      And somebody writes "4M" as "kubernetes.io/egress-bandwidth" on web
      And the agent of node-1 starts again
      Then what web sends is held to 4 Mbit/s
      And what web receives is held to 16 Mbit/s

    Example: The node cannot reach the API server
      Given pod web runs on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s
      When the API server is out of reach of node-1
      And somebody writes "4M" as "kubernetes.io/egress-bandwidth" on web
      Then what web sends is held to 8 Mbit/s
      When the API server is in reach of node-1 again
      And 1 minute passes
      Then what web sends is held to 4 Mbit/s

  Rule: Of nonsense no limit is made

    Example: In Kubernetes' annotation it refuses the pod, as it does everywhere
      When pod web starts on node-1 with "kubernetes.io/egress-bandwidth" written "10 apples"
      Then web is refused
      And an event of web says "ParseFailed: kubernetes.io/egress-bandwidth says "10 apples", which is no quantity; it takes bits per second from 1k to 1P, such as 10M"
      And nothing of web is left on node-1

    Example: In Terway's annotation it is told and passed over, as with Terway
      When pod web starts on node-1 with "k8s.aliyun.com/egress-bandwidth" written "10"
      Then nothing holds back what web sends or receives
      And an event of web says "ParseFailed: k8s.aliyun.com/egress-bandwidth says "10", which is no bandwidth; it takes bytes per second with their unit, such as 10M or 1.5GiB, from 1 kbit/s to 1 Pbit/s"

    Example: On a pod that runs it changes nothing
      Given pod web runs on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s
      When somebody writes "fast" as "kubernetes.io/egress-bandwidth" on web
      Then what web sends is held to 8 Mbit/s
      And an event of web says "ParseFailed: kubernetes.io/egress-bandwidth says "fast", which is no quantity; it takes bits per second from 1k to 1P, such as 10M"

    Example: More than any link could ever do is no limit either
      When pod web starts on node-1 with "kubernetes.io/egress-bandwidth" written "2P"
      Then web is refused
