Feature: The agent survives

  Agents are killed and upgraded, and are asked for many things at once. They do not hang, and do not fall over what they
  find.

  @pain-37
  Scenario: Pods start and end at the same moment, by the dozen, and every call is answered (pain 37)
    (terway#174, terway#291, terway#778, terway#155, terway#168)

    Given node-1, which keeps 2 to 4 addresses at hand
    And 10 pods run on node-1
    When on node-1, at once, 20 pods start, all others end, and the runtime collects what it has forgotten
    Then all of them were started within 1 minute
    And each of them has an address of its own, and is reached

  @pain-38
  Scenario Outline: The agent dies when the cloud has begun to <deed> an ENI, and the next one lives with what it finds (pain 38)
    An ENI that is neither here nor there is nothing to fall over. (terway#315, terway#332, terway#553)

    Given node-1, which keeps 0 to 0 addresses at hand
    And attaching, detaching and deleting an ENI take 20 seconds each
    And the agent of node-1 is to die as soon as the cloud has begun to <deed> an ENI
    When 12 pods start on node-1 at once
    And the agent of node-1 starts again
    And the runtime asks until all of them run
    And all of them end
    And 5 minutes pass
    And the agent of node-1 starts again
    And 12 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    And all of them were started within 2 minutes

    Examples:
      | deed   |
      | attach |
      | detach |
      | delete |

  @pain-40
  Scenario: The next agent cannot read what the last one wrote, and finds out whose the addresses are (pain 40)
    Records get lost, and an upgrade may meet records that it does not know. What stands in the kernel, what the cloud
    says and which pods there are tell the same once more. (terway#640, terway#914)

    Given node-1 in the vSwitch 10.1.0.0/20
    And pods web and db run on node-1
    When the disk of node-1 is lost, and its agent starts again
    And pod cache starts on node-1
    Then each of them has an address of its own, and is reached
    When 10 minutes pass
    Then node-1 has given away 3 addresses
    When web ends
    And 1 second passes
    Then nothing of web is left on node-1
    And each of them has an address of its own, and is reached

  @pain-41
  Scenario: The API server is away for an hour, and pods start and end all the same (pain 41)
    What the node has heard of its pods is enough to start them. And nobody is taken for gone because he cannot be asked
    after. (terway#87)

    Given node-1, which keeps 4 to 8 addresses at hand
    And 4 pods run on node-1
    And 4 pods have been scheduled to node-1
    And 1 second passes
    When the API server is out of reach of node-1
    And the runtime asks until all of them run
    Then all of them were started within 5 seconds
    When 3 of them end
    And 1 hour passes
    Then node-1 has given away 5 addresses
    And each of them has an address of its own, and is reached
    When the API server is in reach of node-1 again
    And 20 minutes pass
    Then node-1 has given away 5 addresses
    And each of them has an address of its own, and is reached

  @pain-42
  Scenario: Of twenty pods that wait for addresses five are given up, and the others hear of theirs at once (pain 42)
    (terway#575)

    Given node-1, which keeps 0 to 0 addresses at hand
    And attaching an ENI takes 30 seconds
    When 20 pods start on node-1 at once, and the runtime gives 5 of them up after 10 seconds
    Then 15 of them are started, and 5 refused
    And each of them has an address of its own, and is reached
    And every pod that was started was so within 40 seconds
