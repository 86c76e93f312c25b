Feature: A pod is checked

  Now and then the runtime asks whether a pod's network is still as it was made. A check looks at the kernel, on the node
  and in the pod, and says the name of everything that is missing. It changes nothing; asking for the pod again does.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And pod web runs on node-1, limited to send 8 Mbit/s and to receive 16 Mbit/s

  Rule: What is in place is not complained about

    Example: Nobody has touched anything
      Then a check of web finds everything in place

    Example: The agent has been restarted meanwhile
      When the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place

  Rule: What was removed by hand is found, and asking for the pod again mends it

    Example: <what>
      When somebody removes <what>
      Then a check of web misses "<words>"
      When the runtime asks for web again
      Then a check of web finds everything in place
      And node-1 reaches web

      Examples:
        | what                                 | words           |
        | web's link                           | veth            |
        | web's address                        | address         |
        | web's default route                  | route 0.0.0.0/0 |
        | web's entry for its gateway          | neighbour       |
        | web's limit for sending              | qdisc           |
        | web's limit for receiving            | qdisc           |
        | the node's route to web              | route           |
        | the node's rule for packets to web   | rule 512        |
        | the node's rule for packets from web | rule 2048       |
        | the node's entry for web's hardware  | neighbour       |

  Rule: What pods share is mended without being asked

    Example: The ENI's way out
      When somebody removes the ENI's route to its gateway
      Then a check of web misses "route 0.0.0.0/0"
      When 3 minutes pass
      Then a check of web finds everything in place

  Rule: What cannot be known is not said to be missing

    Example: A sandbox that nobody has heard of
      Then a check of a sandbox that was never started says that it is unknown
