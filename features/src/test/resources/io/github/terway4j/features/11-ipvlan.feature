Feature: Pods past the host's stack

  Where the operator chooses so (eniip_virtual_type: ipvlan), a pod's interface is a slave of the ENI itself, and what it sends
  does not pass the node's own stack. That is quicker. But services are the node's to answer, so what goes to them is led to the
  node all the same; and the node, which cannot reach slaves of its own ENI, has a slave of its own there.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC
    And pods past the host's stack on all nodes

  Rule: Pods reach each other, and their nodes reach them

    Example: Pods of one node
      Given a kernel that knows IPvlan
      When pods web and db start on node-1
      Then web and db reach each other
      And node-1 reaches web
      And web has no link on its node
      And a check of web finds everything in place

    Example: Pods of two nodes
      Given a kernel that knows IPvlan
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other
      And node-2 reaches web

    Example: In both families
      Given a kernel that knows IPvlan
      And the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other
      And node-1 reaches web

  Rule: What the node is to answer is led to it

    Example: A service
      Given a kernel that knows IPvlan
      And the services of the cluster are in 10.96.0.0/12
      When pod web starts on node-1
      And node-1 answers for 10.96.0.10
      Then web finds 10.96.0.10 on node-1

    Example: A block of the operator's, such as that of a DNS cache on each node
      Given a kernel that knows IPvlan
      And the hosts are to answer for 169.254.20.10/32
      When pod web starts on node-1
      And node-1 answers for 169.254.20.10
      Then web finds 169.254.20.10 on node-1

    Example: Nothing else is
      Given a kernel that knows IPvlan
      And the services of the cluster are in 10.96.0.0/12
      When pod web starts on node-1
      And node-1 answers for 10.112.0.10
      Then web does not find 10.112.0.10 on node-1

  Rule: Nothing is left of a pod that ends

    Example: Its address serves the next
      Given a kernel that knows IPvlan
      And node-1 with 1 ENI of 2 addresses, which rest for 30 seconds
      When pod web starts on node-1
      And web ends
      And 31 seconds pass
      And pod db starts on node-1
      Then db has the address that web had
      And node-1 reaches db
      And nothing is left on node-1 of any pod but db

    Example: Though the agent has died meanwhile
      Given a kernel that knows IPvlan
      When pod web starts on node-1
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place
      When web ends
      Then nothing of web is left on node-1

  Rule: A node whose kernel knows no IPvlan serves its pods by veth, and says so

    Example: Nobody's deployment stands still for want of a module
      Given a kernel that knows no IPvlan
      When pods web and db start on node-1
      Then web and db reach each other
      And web has a link on its node
      And a node says that its kernel knows no IPvlan
