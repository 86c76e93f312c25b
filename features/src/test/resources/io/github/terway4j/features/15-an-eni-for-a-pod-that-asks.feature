Feature: A whole ENI for a pod that asks for one

  Pods of a node share its ENIs, and that is enough for most. A pod that asks for it (aliyun/eni: 1) has one for itself: the
  device moves into the pod, and comes home when the pod ends. It takes one of the places that the instance has for ENIs, so
  few pods of a node can ask for one, and one ENI always stays for those that share.

  Background:
    Given node-1 has places for 3 ENIs

  Rule: Who asks for an ENI gets one, and nobody else does

    Example: Beside pods that share
      When pod web starts on node-1 and asks for an ENI
      And pod db starts on node-1
      Then web has an ENI of its own
      And node-1 has 1 ENI that is one pod's alone
      And web and db reach each other
      And node-1 reaches web
      And a check of web finds everything in place
      And a check of db finds everything in place

    Example: In both families
      Given the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1 and asks for an ENI
      And pod db starts on node-1
      Then web has an ENI of its own
      And web and db reach each other

    Example: A node keeps one for those that share, and says so
      When pods web and cache start on node-1 and ask for an ENI each
      And pod db starts on node-1 and asks for an ENI
      Then db is refused: "pods with an ENI of their own (aliyun/eni) wait here; there can be 2 of these, while one at least is for pods that share, and every place is taken; addresses wanted: 1"
      And the events of db say so, too

    Example: An idle ENI of those that are shared makes way
      Given node-1 keeps 25 addresses idle
      When 3 minutes pass
      And pod web starts on node-1 and asks for an ENI
      Then web has an ENI of its own

  Rule: A pod asks for one thing

    What Terway would make of a pod that asks for two, nobody has written down; and a pod that got less than it asked for would
    learn of it too late.

    Example: An ENI and a member
      When pod web starts on node-1 and asks for an ENI and for a member
      Then web is refused: "the pod asks for aliyun/member-eni and aliyun/eni, which exclude each other: it may ask for one of them alone, of aliyun/erdma or aliyun/member-eni or aliyun/eni"
      And the events of web say so, too

  Rule: The ENI goes when its pod has gone, and nothing is left

    Its address rests first, as any does.

    Example: Its place is everybody's again
      When pod web starts on node-1 and asks for an ENI
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1
      When 10 minutes pass
      Then node-1 has 0 ENIs that are one pod's alone

  Rule: It does not matter when the agent dies

    Example: While the pod runs
      When pod web starts on node-1 and asks for an ENI
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1
      When 10 minutes pass
      Then node-1 has 0 ENIs that are one pod's alone

    Example: At step <step>, and the runtime asks again
      When pod web starts on node-1 and asks for an ENI, and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime asks for web again
      Then web has an ENI of its own
      And a check of web finds everything in place
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1
      When 15 minutes pass
      Then node-1 has 0 ENIs that are one pod's alone

      Examples:
        | step |
        | 2    |
        | 4    |
        | 6    |
        | 8    |
        | 12   |
        | 16   |

    Example: At step <step>, and the runtime gives up
      When pod web starts on node-1 and asks for an ENI, and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime ends web
      And 1 second passes
      Then nothing of web is left on node-1
      When 15 minutes pass
      Then node-1 has 0 ENIs that are one pod's alone

      Examples:
        | step |
        | 2    |
        | 4    |
        | 6    |
        | 8    |
        | 12   |
        | 16   |
