Feature: A pod ends

  When a pod ends, its traffic stops at once, and everything that was made for it goes. Ending never fails because there
  is nothing left to end: a runtime that is told "no" would ask for ever.

  Background:
    Given node-1 in the vSwitch 10.1.0.0/20
    And node-2 in the vSwitch 10.2.0.0/20 of the same VPC
    And pods web and db run on node-1

  Rule: Ending stops the traffic at once and leaves nothing

    Example: Nobody reaches a pod that has ended
      When web ends
      Then db does not reach web
      And node-2 does not reach web
      But node-1 reaches db

    Example: Nothing of it is left
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1

    @pain-3
    Example: The sandbox was gone before its end was told (pain 3)
      (terway#294)

      When the sandbox of web is removed
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1
      And node-1 has given away 1 address

  Rule: There may be nothing to end

    Example: Ended twice
      Given web has ended
      When the runtime ends web again
      Then that is no error

    @pain-13
    Example: Never started (pain 13)
      Whose end is told and whom nobody knows has nothing that could be taken from somebody else. (terway#453)

      When the runtime ends a sandbox that was never started
      Then that is no error
      And web and db reach each other

  Rule: What the runtime has forgotten is collected

    A runtime that lost its own memory never tells the end of some pods. Now and then it says which sandboxes there are. It
    may have forgotten those of living pods, too, so somebody else has to agree: the kernel, where the sandbox is gone, or
    the cluster, where the pod is.

    @pain-6
    Example: Web's sandbox is not among them (pain 6)
      Links, routes, rules, neighbours and shapers go together, whichever of them are left. (terway#618)

      Given the sandbox of web is removed
      And 1 second passes
      When the runtime of node-1 says that it has the sandbox of db and no other
      And 1 second passes
      Then nothing of web is left on node-1
      And node-1 has given away 1 address
      And node-1 reaches db

    @pain-14
    Example: Web lives, and its sandbox is not among them (pain 14)
      One witness alone takes no pod's network. (terway#425, terway#539, terway#552)

      When the runtime of node-1 says that it has the sandbox of db and no other
      Then web and db reach each other
