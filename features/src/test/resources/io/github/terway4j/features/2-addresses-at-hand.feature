Feature: A node keeps addresses at hand

  Asking the cloud for an address takes a second or two, attaching an ENI takes longer, and many nodes asking at once are
  told to slow down. So each node keeps a few addresses at hand, fetches more when there are fewer than the lower mark, and
  gives some back when there are more than the upper.

  Rule: Between two marks, nothing is fetched and nothing given back

    Example: A node without pods holds as many addresses as the lower mark says
      Given node-1, which keeps 2 to 4 addresses at hand
      Then node-1 holds 2 addresses for pods

    Example: Pods take some, and as many are fetched
      Given node-1, which keeps 2 to 4 addresses at hand
      When pods web, db and cache start on node-1
      And 1 minute passes
      Then node-1 holds 5 addresses for pods

    Example: Pods end, and what is too many is given back
      Given node-1, which keeps 2 to 4 addresses at hand
      And pods a, b, c, d, e and f run on node-1
      When a, b, c, d, e and f end
      And 10 minutes pass
      Then node-1 holds 4 addresses for pods

  Rule: A pod waits for an address that is on its way

    Example: Nothing is at hand
      Given node-1, which keeps 0 to 4 addresses at hand
      When pod web starts on node-1
      Then web was started within 30 seconds
      And node-1 reaches web

    Example: Twenty at once, and each gets its own
      Given node-1, which keeps 0 to 4 addresses at hand
      When 20 pods start on node-1 at once
      Then they have 20 different addresses

  Rule: An address rests before another pod gets it

    Somewhere a peer still remembers who had it, and packets for its former holder are still on their way.

    Example: The only address has just come back
      Given node-1 with 1 ENI of 1 address, which rests for 30 seconds
      And pod web runs on node-1
      When web ends
      And pod db starts on node-1 at once
      Then db has the address that web had
      And db was started after 30 seconds

  Rule: A full node says so, in words

    @pain-27
    Example: Three addresses, three pods, and a fourth (pain 27)
      (terway#9, terway#32)

      Given node-1 with 1 ENI of 3 addresses
      And pods web, db and cache run on node-1
      When pod queue starts on node-1
      Then queue is refused: "the node holds all 3 addresses that its instance type and configuration allow; addresses wanted: 1"
      And the events of queue say so, too

    Example: When one of them has ended, there is room again
      Given node-1 with 1 ENI of 3 addresses
      And pods web, db and cache run on node-1
      When cache ends
      And 1 minute passes
      And pod queue starts on node-1
      Then queue has the address that cache had

  Rule: A node that could not serve a pod now is not ready

    The runtime asks for that, and the scheduler hears of it.

    Example: There are addresses at hand
      Given node-1, which keeps 2 to 4 addresses at hand
      Then node-1 is ready

    Example: The node is full of pods: it has no place for another, but those that run must not lose their services
      Given node-1 with 1 ENI of 3 addresses
      And pods web, db and cache run on node-1
      When pod queue starts on node-1
      Then node-1 is ready

    Example: The cloud does not answer, and nothing is at hand
      Given node-1, which keeps 0 to 4 addresses at hand
      And the cloud has stopped answering
      When pod web starts on node-1
      Then web is refused
      And node-1 is not ready
