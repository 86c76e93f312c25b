Feature: What is ours in the cloud

  An ENI costs a place and addresses until it is given back, and nobody who looks at nodes sees one that hangs on nothing.
  So a node writes on each ENI for whom it was made, and writes down what it is about to have the cloud do before it asks.

  Rule: What an agent has asked for, the next agent knows

    An agent that is killed between a request and its answer cannot say whether it was heard. The next one finds out by
    looking, and asks for the same thing under the same number, so that the cloud does it once.

    Background:
      Given node-1, which keeps 0 to 4 addresses at hand

    Example: An ENI was made, and the agent died before it heard of it
      When pod web starts on node-1 and the agent dies as soon as the cloud has made an ENI for it
      Then node-1 waits to learn what came of 1 request to the cloud
      When the agent of node-1 starts again
      And the runtime asks for web again
      Then node-1 reaches web
      And the cloud was asked for 1 ENI
      And the cloud has 1 ENI that was made for node-1
      And node-1 waits to learn what came of 0 requests to the cloud

    Example: The request arrives when the agent is dead and the next one has asked again
      When requests for ENIs take effect 40 seconds after the agent has given them up
      And pod web starts on node-1, and the agent is killed 5 seconds later
      And requests take effect at once again
      And the agent of node-1 starts again
      Then node-1 waits to learn what came of 1 request to the cloud
      When the runtime asks for web again
      Then node-1 reaches web
      When 50 seconds pass
      Then the cloud was asked for 2 ENIs
      And the cloud has 1 ENI that was made for node-1
      And node-1 waits to learn what came of 0 requests to the cloud

    Example: The request does not arrive, and nobody asks again
      When requests for ENIs take effect 10 hours after the agent has given them up
      And pod web starts on node-1, and the agent is killed 5 seconds later
      And the agent of node-1 starts again
      Then node-1 waits to learn what came of 1 request to the cloud
      When 20 minutes pass
      Then node-1 waits to learn what came of 0 requests to the cloud
      And the cloud was asked for 1 ENI

    Example: Addresses that the cloud has yet to take are given to nobody
      Given 8 pods run on node-1
      When requests to take addresses back take effect 30 seconds after the agent has given them up
      And 7 of them end
      And node-1 has asked the cloud to take addresses back, and its agent is killed before the answer
      And the operator has node-1 keep 4 to 9 addresses at hand from now on
      And 6 pods start on node-1 at once
      And 1 minute passes
      Then each of them has an address of its own, and is reached

  Rule: What was made for a node does not lie about

    An agent may have died between having an ENI made and having it attached, or between having it detached and having it
    deleted. Such an ENI is used where there is a place for it, and else it goes.

    Example: There is a place for it, and it serves
      Given node-1, which keeps 2 to 20 addresses at hand
      And pod web runs on node-1
      And an ENI that was made for node-1 lies about, attached to nothing
      When 20 minutes pass
      Then every ENI that was made for node-1 is attached to it

    Example: There is no place for it, and within an hour and a half it is gone
      Given node-1 with 1 ENI of 10 addresses
      And 10 pods run on node-1
      And an ENI that was made for node-1 lies about, attached to nothing
      When 90 minutes pass
      Then the ENI that lay about is deleted
      And each of them has an address of its own, and is reached

    Example: While the operator has the cloud left alone, it lies there
      Given node-1 with 1 ENI of 10 addresses
      And 10 pods run on node-1
      And an ENI that was made for node-1 lies about, attached to nothing
      When the operator sets degradation to l0 on node-1
      And 3 hours pass
      Then the ENI lies there still

  Rule: What is not ours is never touched

    Background:
      Given node-1, which keeps 2 to 20 addresses at hand
      And pod web runs on node-1

    Example: An ENI that <is> lies about
      Given an ENI that <is> lies about, attached to nothing
      When 5 hours pass
      Then the ENI lies there still

      Examples:
        | is                        |
        | was made for another node |
        | Terway has left           |
        | somebody else has made    |
        | has no tag at all         |

    Example: Ours, and told to be left alone
      Given an ENI that was made for node-1, and that somebody has tagged to be left alone, lies about
      When 5 hours pass
      Then the ENI lies there still
