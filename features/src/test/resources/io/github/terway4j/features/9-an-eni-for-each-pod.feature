Feature: An ENI for each pod

  Where the operator chooses so (daemon mode ENIOnly), pods do not share ENIs. Each has one for itself: its device moves
  into the pod, so that nothing on the node slows it down, and comes home when the pod ends. A device that is lost cannot be
  lent again, so it has to come home whatever happens.

  Background:
    Given node-1 lends 2 ENIs, each to one pod
    And node-2 lends 2 ENIs, each to one pod

  Rule: A pod has the device of an ENI, and the ENI's own address

    Example: Two pods, two ENIs
      When pods web and db start on node-1
      Then web and db have ENIs of their own
      And node-1 has 0 devices to lend
      And a check of web finds everything in place

    Example: A node has no more pods than ENIs
      When pods web and db start on node-1
      And pod cache starts on node-1
      Then cache is refused

  Rule: Pods reach each other, and nodes reach pods

    Example: Pods of one node
      When pods web and db start on node-1
      Then web and db reach each other
      And node-1 reaches web

    Example: Pods of two nodes
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other
      And node-2 reaches web

    Example: In both families
      Given the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1
      And pod db starts on node-2
      Then web and db reach each other
      And node-1 reaches web

  Rule: The device comes home

    It has the name and the hardware address that it had before, is down, and nothing is on it.

    Example: When its pod ends
      When pod web starts on node-1
      And web ends
      And 1 second passes
      Then all devices of node-1 are home
      And nothing of web is left on node-1

    Example: And is lent again, once its address has rested
      When pods web and db start on node-1
      And web ends
      And 31 seconds pass
      And pod cache starts on node-1
      Then db and cache have ENIs of their own
      And db and cache reach each other

    Example: When the runtime has taken the sandbox away first
      Given devices that outlive the sandbox that they are in
      When pod web starts on node-1
      And the sandbox of web is removed
      And the runtime ends web
      And 1 second passes
      Then all devices of node-1 are home
      And nothing of web is left on node-1

  Rule: It comes home though the agent dies

    Example: While the pod runs
      When pod web starts on node-1
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place
      When web ends
      And 1 second passes
      Then all devices of node-1 are home

    Example: At step <step> of starting the pod, and the runtime asks again
      When pod web starts on node-1 and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime asks for web again
      Then a check of web finds everything in place
      And node-1 reaches web
      When web ends
      And 1 second passes
      Then all devices of node-1 are home

      Examples:
        | step |
        | 3    |
        | 5    |
        | 6    |
        | 7    |
        | 10   |
        | 13   |

    Example: At step <step> of starting the pod, and the runtime gives up
      When pod web starts on node-1 and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime ends web
      And 1 second passes
      Then all devices of node-1 are home
      And nothing of web is left on node-1

      Examples:
        | step |
        | 3    |
        | 5    |
        | 6    |
        | 7    |
        | 10   |
        | 13   |

    Example: At step <step> of starting the pod, and the runtime takes the sandbox away before it says so
      Given devices that outlive the sandbox that they are in
      When pod web starts on node-1 and the agent dies at step <step>
      And the sandbox of web is removed
      And the agent of node-1 starts again
      And the runtime ends web
      And 1 second passes
      Then all devices of node-1 are home
      And nothing of web is left on node-1

      Examples:
        | step |
        | 5    |
        | 6    |
        | 7    |
        | 13   |
