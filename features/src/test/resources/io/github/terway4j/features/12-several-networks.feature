Feature: Several networks of one pod

  A runtime may ask for more than one interface of a pod. Each is a network of its own, with an address of its own: what comes in
  by one is answered by the same, and one of them alone is the way to everywhere else.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC

  Rule: Each interface has an address, and is reached by it

    Example: From the same node and from another
      When pod web starts on node-1 with the interfaces eth0 and eth1
      And pod db starts on node-1
      And pod cache starts on node-2
      Then the interfaces of web have 2 different addresses
      And db reaches web by eth0
      And db reaches web by eth1
      And cache reaches web by eth0
      And cache reaches web by eth1
      And node-1 reaches web

    Example: In both families
      Given the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1 with the interfaces eth0 and eth1
      And pod cache starts on node-2
      Then cache reaches web by eth0
      And cache reaches web by eth1

  Rule: One of them is the way to everywhere else

    Example: The first, unless the pod says otherwise
      When pod web starts on node-1 with the interfaces eth0 and eth1
      Then the default route of web is by eth0

    Example: The one that the pod names
      When pod web starts on node-1 with the interfaces eth0 and eth1, and eth1 is its way to everywhere
      Then the default route of web is by eth1

  Rule: Each comes and goes by itself

    Example: The second is checked, ends, and takes nothing of the first
      When pod web starts on node-1 with the interfaces eth0 and eth1
      And pod db starts on node-1
      Then a check of eth1 of web finds everything in place
      When the runtime ends eth1 of web
      Then db reaches web by eth0
      And a check of web finds everything in place

    Example: The agent's death changes nothing
      When pod web starts on node-1 with the interfaces eth0 and eth1
      And pod db starts on node-1
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of eth1 of web finds everything in place
      And db reaches web by eth1
