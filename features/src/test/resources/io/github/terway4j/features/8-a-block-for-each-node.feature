Feature: Pods with addresses of their node's own block

  Where the operator chooses so (daemon mode VPC), pods take no addresses of ENIs. The cluster allots a block of addresses to
  each node, pods get addresses of their node's block, and the VPC has a route for each block to its node. The cloud is not
  asked for anything when a pod starts, and there is no limit to pods but the size of the block.

  Background:
    Given node-1 has the block 10.244.1.0/24 for its pods
    And node-2 has the block 10.244.2.0/24 for its pods

  Rule: A pod's address is of its node's block

    The first address is the block's own, the second is a gateway's that nobody has, the last is everybody's.

    Example: The first pods
      When pod web starts on node-1
      And pod db starts on node-1
      Then web has the address 10.244.1.2
      And db has the address 10.244.1.3

    Example: A block of eight has room for five
      Given node-1 has the block 10.244.1.0/29 for its pods
      When pods web, db, cache, log and mail start on node-1
      And pod shop starts on node-1
      Then web, db, cache, log and mail have 5 different addresses
      And shop is refused: "every address of 10.244.1.0/29 is held, or rests"

    Example: What a pod gave back rests before the next pod gets it
      Given node-1 has the block 10.244.1.0/30 for its pods
      And pod web runs on node-1
      And web has ended
      When pod db starts on node-1
      Then db has the address that web had
      And db was not started within 25 seconds

    Example: As long as no block is allotted, that is what is said
      Given node-1 has been allotted no block yet
      When pod web starts on node-1
      Then web is refused: "the cluster has allotted no block of addresses (podCIDR) to node node-1 yet"

    Example: In a dual-stack cluster a pod has an address of each family
      Given node-1 has the blocks 10.244.1.0/24 and fd00:244:1::/64 for its pods
      When pod web starts on node-1
      Then web has an IPv4 and an IPv6 address

    Example: A cluster of IPv6 alone
      Given node-1 has the block fd00:244:1::/64 for its pods
      When pod web starts on node-1
      Then web has one address, and it lies in fd00:244:1::/64

  Rule: Pods reach each other, and nodes reach pods

    Example: Pods of one node
      When pods web and db start on node-1
      Then web and db reach each other

    Example: Pods of two nodes
      Given the cloud controller has made a route to each block
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other
      And node-1 reaches db
      And node-2 reaches web

    Example: In both families
      Given node-1 has the blocks 10.244.1.0/24 and fd00:244:1::/64 for its pods
      And node-2 has the blocks 10.244.2.0/24 and fd00:244:2::/64 for its pods
      And the cloud controller has made a route to each block
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other

    Example: Without a route nobody finds the way
      When pod web starts on node-1
      Then node-1 reaches web
      And node-2 does not reach web

  Rule: The agents keep the routes, where the operator names the table

    A VPC takes one change of its routes at a time. A route that the agents have not made is never touched.

    Example: Each node has its own route made
      Given the agents keep the routes to their nodes
      When pod web starts on node-1
      And pod db starts on node-2
      Then the VPC has a route for 10.244.1.0/24 to node-1
      And the VPC has a route for 10.244.2.0/24 to node-2
      And web and db reach each other

    Example: The route to a node that is gone is taken back
      Given the agents keep the routes to their nodes
      When node-2 leaves the cluster
      And 1 hour passes
      Then the VPC has no route for 10.244.2.0/24
      And the VPC has a route for 10.244.1.0/24 to node-1

    Example: Who cannot ask the cluster takes nothing back
      Given the agents keep the routes to their nodes
      And the API server is out of reach of node-1
      When node-2 leaves the cluster
      And 1 hour passes
      Then the VPC has a route for 10.244.2.0/24 to node-2

    Example: A route of somebody else stays, even where it stands in the way
      Given somebody has made a route for 10.244.9.0/24 to node-2
      And somebody has made a route for 10.244.1.0/24 to node-2
      When the operator has the agents keep the routes to their nodes
      Then the VPC has a route for 10.244.9.0/24 to node-2
      And the VPC has a route for 10.244.1.0/24 to node-2
      And node-1 says that 10.244.1.0/24 is routed elsewhere by somebody else

    Example: A table that is full is told
      Given the VPC has room for 1 route
      And the agents keep the routes to their nodes
      Then the VPC has 1 route that was made for a node
      And a node says why its route could not be made

  Rule: What a pod has outlives the agent, and ends with the pod

    Example: The agent is killed
      Given pod web runs on node-1
      When the agent of node-1 is killed
      And the agent of node-1 starts again
      And pod db starts on node-1
      Then node-1 reaches web
      And web and db have 2 different addresses

    Example: The disk is lost, and a pod that lives keeps its address
      Given pod web runs on node-1
      When the disk of node-1 is lost, and its agent starts again
      And pod db starts on node-1
      Then web and db have 2 different addresses
      And a check of web finds everything in place

    Example: A pod ends
      Given pod web runs on node-1
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1
      And node-1 has given away 0 addresses

    Example: A pod ends after the operator has chosen another mode
      Given pod web runs on node-1
      When the operator sets daemon_mode to ENIMultiIP on node-1
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1
      And node-1 has given away 0 addresses

  Rule: Bandwidth is limited as everywhere

    Example: Limits written on the pod
      When pod web starts on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s
      Then what web sends is held to 8 Mbit/s
      And what web receives is held to 16 Mbit/s
