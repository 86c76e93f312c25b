Feature: A pod starts

  A pod gets an address of the VPC itself. Each node has a few network interfaces of the cloud, called ENIs, and each ENI
  has some addresses; one of them is handed to the pod. Nothing is translated on the way: whoever may reach the VPC may
  reach the pod.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC

  Rule: A pod's address belongs to an ENI of its node

    Example: The cloud knows the address
      When pod web starts on node-1
      Then web has one address, and it lies in 10.1.0.0/20
      And the cloud says that an ENI of node-1 has the addresses of web

    Example: Two pods never have the same address
      When pods web, db and cache start on node-1
      Then web, db and cache have 3 different addresses

    Example: In a dual-stack cluster a pod has an address of each family, both of one ENI
      Given the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1
      Then web has an IPv4 and an IPv6 address
      And the cloud says that an ENI of node-1 has the addresses of web

  Rule: Pods reach each other, and nodes reach pods

    Example: Pods of one node
      When pods web and db start on node-1
      Then web and db reach each other

    Example: Pods of two nodes
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other

    Example: A node reaches its own pods, and those of other nodes
      When pod web starts on node-1
      Then node-1 reaches web
      And node-2 reaches web

    Example: In both families, if the cluster is dual-stack
      Given the nodes give pods IPv4 and IPv6 addresses
      When pods web and db start on node-1
      And pod cache starts on node-2
      Then web and db reach each other
      And web and cache reach each other
      And node-1 reaches web

  Rule: Starting a pod asks nothing of the cloud while there are addresses at hand

    Example: The cloud does not answer
      Given node-1 keeps 2 to 5 addresses at hand
      And the cloud has stopped answering
      When pods web and db start on node-1
      Then each of them was started within 1 second

  Rule: One sandbox gets one answer, however often the runtime asks

    Example: Asked twice
      Given pod web runs on node-1
      When the runtime asks for web again
      Then web has the address that it had before

    Example: Asked ten times at once
      When pod web starts on node-1 and the runtime asks for it ten times at once
      Then all ten answers are the same
      And node-1 has given away 1 address

  Rule: A pod's new sandbox takes over the address of the old one

    Example: The sandbox died, and the runtime made another
      Given pod web runs on node-1
      When web gets a new sandbox
      Then web has the address that it had before
      And node-1 reaches web

    Example: The end of the old sandbox is told late
      Given pod web runs on node-1
      And web has got a new sandbox
      When the runtime ends the old sandbox of web
      Then node-1 reaches web
      And a check of web finds everything in place
