Feature: Nothing leaks

  An address that nobody uses and nobody gives back is missing one day, and an ENI that lies about is paid for. Each of
  these scenarios tells how that came about in a cluster like yours, with the public thread that told it first.

  @pain-1
  Scenario: An ENI is deleted under a pod, and no ENI after the other is made for the address that is gone (pain 1)
    Somebody tidies up at the cloud's console. The pod is cut off, and nobody can give it that address again; but an
    address that cannot be had is no reason to ask for more and more ENIs. (terway#1030, terway#1031)

    Given node-1, which keeps 2 to 4 addresses at hand
    And pod web runs on node-1
    And calls to the cloud are counted from now on
    When somebody detaches the ENI of web, and deletes it
    And 2 hours pass
    Then the cloud was asked for 1 ENI
    And node-1 holds 2 to 4 addresses for pods
    When web ends
    And 1 minute passes
    Then nothing of web is left on node-1
    And node-1 holds 2 to 4 addresses for pods

  @pain-2
  Scenario: A vSwitch has no address left, and serves again as soon as pods end, whether the agent starts anew or not (pain 2)
    Pods that wait must not keep others from giving back, and a restart must not be needed, nor do harm. (terway#100,
    terway#101)

    Given a vSwitch small with 10 addresses
    And node-1, which keeps 0 to 0 addresses at hand
    And the pods of node-1 get addresses of small
    And 10 pods run on node-1
    When pod web starts on node-1
    Then web is refused: "small in cn-hangzhou-h has no free address; addresses wanted: 1"
    When 4 of them end
    And the agent of node-1 starts again
    And pod db starts on node-1
    Then db was started within 1 minute
    When all of them end
    And 10 minutes pass
    Then the vSwitch small has 10 free addresses

  @pain-4
  Scenario: An address is kept for a pod of a StatefulSet for five minutes, and is anybody's if it does not come back (pain 4)
    Kept addresses have an owner and an end. A StatefulSet that was deleted keeps nothing for ever. (terway#183)

    Given node-1 with 1 ENI of 1 address
    And pod db of a StatefulSet runs on node-1
    When db ends
    And pod web starts on node-1
    Then web is refused
    When 3 minutes pass
    And the runtime asks for web again
    Then web has the address that db had

  @pain-5
  Scenario: Rules that an agent of long ago left behind are swept up, and those of others stay (pain 5)
    A rule that nobody remembers sends the packets of whoever gets that address next to where they are lost. Ours are
    known by a mark in the kernel itself, so a memory that was lost loses nothing. (terway#119, terway#171)

    Given node-1 in the vSwitch 10.1.0.0/20
    And pod web runs on node-1
    And an agent of long ago has left a rule for 10.1.9.9 on node-1
    And somebody else has a rule for 10.1.9.9 on node-1
    When the runtime of node-1 says that it has the sandbox of web and no other
    Then node-1 has no rule for 10.1.9.9 but somebody else's
    And node-1 reaches web

  @pain-7
  Scenario: The agent dies between having an ENI made and having it attached, and the next agent attaches it (pain 7)
    (terway#599, terway#453)

    Given node-1, which keeps 0 to 4 addresses at hand
    When pod web starts on node-1 and the agent dies as soon as the cloud has made an ENI for it
    And the agent of node-1 starts again
    And the runtime asks for web again
    Then node-1 reaches web
    And the cloud was asked for 1 ENI
    And every ENI that was made for node-1 is attached to it

  @pain-8
  Scenario: The cloud takes a deletion, says that all is well, and lets it lie (pain 8)
    To have asked is not to have done. The node looks, and asks once more. (terway commits 9393c028 and 89aadf8b)

    Given node-1, which keeps 0 to 0 addresses at hand
    And 20 pods run on node-1
    When for 10 minutes the cloud begins detachments and deletions, and does not go on with them
    And all of them end
    And 9 minutes pass
    Then an ENI of node-1 is on its way out
    When calls to the cloud are counted from now on
    And 20 minutes pass
    Then the cloud was called 50 times at most
    And the cloud has no ENI that was made for node-1

  @pain-9
  Scenario: Two hundred pods have come and gone, and of none of them is anything left (pain 9)
    Small leaks show on nodes that live long. (terway#990)

    Given node-1 in the vSwitch 10.1.0.0/20
    And pod web runs on node-1
    When 200 pods come and go on node-1, 10 at a time
    And 10 minutes pass
    Then nothing is left on node-1 of any pod but web
    And node-1 holds 6 addresses for pods
    And node-1 reaches web

  @pain-10
  Scenario: An ENI is made, and the instance has no place for it any more: it does not lie about (pain 10)
    Somebody else was faster and took the last place. His ENI stays where it is; ours, that nobody can use, goes again.
    (cilium#21747)

    Given node-1 with 2 ENIs of 3 addresses
    And 2 pods run on node-1
    When somebody else will attach an ENI to node-1 in the moment in which the next one is made for it
    And 3 pods start on node-1 at once
    Then 3 of them are started, and 2 refused
    When 1 hour passes
    Then the cloud was asked for 2 ENIs
    And every ENI that was made for node-1 is attached to it
    And somebody else's ENI is attached to node-1
    And each of them has an address of its own, and is reached
