Feature: Limits and refusals

  What a pod may not do, and what cannot be done for it. A refusal says in words what was wrong, and leaves nothing behind.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC

  Rule: A pod's bandwidth is limited where its packets leave

    What a pod sends is held back in the pod, what it receives is held back on the node, before the pod's link.

    Example: Limits written on the pod
      When pod web starts on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s
      Then what web sends is held to 8 Mbit/s
      And what web receives is held to 16 Mbit/s

    Example: What stands on the pod comes before what the runtime says
      When pod web starts on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s, but to send 4 Mbit/s by the runtime
      Then what web sends is held to 8 Mbit/s
      And what web receives is held to 16 Mbit/s

    Example: No limit, nothing in the way
      When pod web starts on node-1
      Then nothing holds back what web sends or receives

  Rule: A pod speaks under its own address alone

    Example: Under an address that the VPC has not given it, it gets no answer
      Given pod web runs on node-1
      And pod db runs on node-2
      And web and db reach each other
      When web takes 10.1.15.200 for its address instead of its own
      Then web does not reach db

  Rule: What cannot be is refused in words, and leaves nothing

    Example: The cluster knows no such pod
      When the runtime asks node-1 for pod ghost, which is not in the cluster
      Then ghost is refused: "the cluster knows no pod default/ghost on this node"
      And nothing of ghost is left on node-1
      And node-1 has given away 0 addresses

    Example: There is no such sandbox
      When pod web starts on node-1, but its sandbox is gone
      Then web is refused
      And nothing of web is left on node-1
      And node-1 has given away 0 addresses

    Example: The sandbox has an interface of that name already
      When pod web starts on node-1, but its sandbox has an interface of that name already
      Then web is refused
      And nothing of web is left on node-1
      And node-1 has given away 0 addresses
