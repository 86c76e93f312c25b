Feature: The agent dies

  Agents are upgraded, run out of memory, are killed. Pods must not notice: their network lives in the kernel. And
  whoever comes next must know who has which address, or one address would be given to two pods.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And pods web and db run on node-1

  Rule: Pods do not notice

    Example: Traffic flows while there is no agent
      When the agent of node-1 is killed
      Then web and db reach each other
      And node-1 reaches web

  Rule: The next agent knows every lease

    Example: A pod that is asked for again has its own address
      When the agent of node-1 is killed
      And the agent of node-1 starts again
      And the runtime asks for db again
      Then db has the address that it had before

    Example: A new pod gets none that is taken
      When the agent of node-1 is killed
      And the agent of node-1 starts again
      And pod cache starts on node-1
      Then web, db and cache have 3 different addresses

    Example: Pods that were there before can be ended
      When the agent of node-1 is killed
      And the agent of node-1 starts again
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1

  Rule: It may die anywhere

    Starting a pod takes thirteen steps: a look at the pod, a line on the disk, one change to the kernel after the
    other. The agent may die after any of them.

    Example: At step <step> of starting a pod, and the runtime asks again
      When pod cache starts on node-1 and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime asks for cache again
      Then web, db and cache have 3 different addresses
      And web and cache reach each other
      And a check of cache finds everything in place

      Examples:
        | step |
        | 1    |
        | 2    |
        | 3    |
        | 4    |
        | 5    |
        | 7    |
        | 9    |
        | 11   |
        | 13   |

    @pain-3
    Example: At step <step> of starting a pod, and the runtime gives up (pain 3)
      (terway#325)

      When pod cache starts on node-1 and the agent dies at step <step>
      And the agent of node-1 starts again
      And the runtime ends cache
      And 1 second passes
      Then nothing of cache is left on node-1
      And node-1 has given away 2 addresses

      Examples:
        | step |
        | 1    |
        | 2    |
        | 3    |
        | 4    |
        | 5    |
        | 7    |
        | 9    |
        | 11   |
        | 13   |
