Feature: The cloud is slow, refuses or throttles

  Every node of an account shares one cloud. It takes seconds for what a pod wants now, refuses who asks too often, and
  some days does not answer at all. Nodes ask for little, do not ask again and again, and live on what they have.

  @pain-28
  Scenario: The cloud bears thirty calls a minute, three nodes want sixty addresses, and every pod gets its own (pain 28)
    (terway#319, terway#662)

    Given node-1, which keeps 0 to 5 addresses at hand
    And node-2, which keeps 0 to 5 addresses at hand
    And node-3, which keeps 0 to 5 addresses at hand
    And the cloud bears 30 calls a minute
    When 20 pods start on node-1 at once
    And 20 pods start on node-2 at once
    And 20 pods start on node-3 at once
    And the runtime asks until all of them run
    Then each of them has an address of its own, and is reached
    And the cloud was asked for 6 ENIs at most

  @pain-29
  Scenario Outline: Throttled by any of its names, the node waits and then goes on: <code> (pain 29)
    The cloud says it in more ways than one, and each of them means the same. (terway pkg/aliyun/client: only the word
    "Throttling" itself was tried again)

    Given agents call the cloud by HTTP
    And node-1, which keeps 0 to 4 addresses at hand
    When for 20 seconds the cloud answers every call with <code>
    And 8 pods start on node-1 at once
    Then all of them were started within 1 minute
    And each of them has an address of its own, and is reached

    Examples:
      | code                    |
      | Throttling              |
      | Throttling.User         |
      | Throttling.Api          |
      | Throttling.DeepPageSkip |

  @pain-30
  Scenario: Twenty pods cost a handful of calls, and a quiet hour costs looks alone (pain 30)
    (terway#564, terway#296, terway#145, terway#186)

    Given node-1, which keeps 0 to 5 addresses at hand
    And calls to the cloud are counted from now on
    When 20 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    And the cloud was asked to change 4 things at most
    When 10 minutes pass
    And calls to the cloud are counted from now on
    And 1 hour passes
    Then the cloud was asked to change nothing
    And the cloud was called 40 times at most

  @pain-31
  Scenario: The answer about a new ENI is lost, and no second one is made in its place (pain 31)
    (terway#463, terway#468, terway#572, terway#607, terway#934)

    Given node-1, which keeps 0 to 4 addresses at hand
    When for 5 seconds the cloud's answers to requests for ENIs are lost
    And pod web starts on node-1
    Then node-1 reaches web
    When 10 minutes pass
    Then the cloud was asked for 1 ENI
    And every ENI that was made for node-1 is attached to it

  @pain-32
  Scenario: The cloud's list of ENIs is behind the times, and nobody loses an address for it (pain 32)
    For a while the list lacks what has just been made, and shows what has just gone. (terway#86, cilium#21635,
    cilium#23635)

    Given node-1, which keeps 2 to 4 addresses at hand
    And pods web and db run on node-1
    When for 10 minutes the cloud shows ENIs as they were 5 seconds ago
    And 20 pods come and go on node-1, 10 at a time
    And 12 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    When 20 minutes pass
    Then each of them has an address of its own, and is reached
    And node-1 holds 16 to 18 addresses for pods

  @pain-33
  Scenario: The cloud calls an ENI in use before the node has its device, and no pod is put on it until then (pain 33)
    (terway#685, terway#1019)

    Given node-1, which keeps 0 to 4 addresses at hand
    And an ENI's device comes 20 seconds after the cloud has called it in use
    When pod web starts on node-1
    Then web was started within 30 seconds
    And web was not started within 20 seconds
    And node-1 reaches web

  @pain-34
  Scenario: An attachment that takes five minutes keeps nobody else waiting (pain 34)
    (terway docs/async-eni-queue.md)

    Given node-1, which keeps 4 to 5 addresses at hand
    And 6 pods run on node-1
    And attaching an ENI takes 5 minutes
    When 2 pods start on node-1 at once
    And 10 seconds pass
    Then an ENI of node-1 is on its way in
    When pods web and db start on node-1
    Then web was started within 1 second
    And db was started within 1 second
    When web ends
    And 1 second passes
    Then nothing of web is left on node-1
    When 1 minute passes
    And pod cache starts on node-1
    Then cache was started within 1 second
    And an ENI of node-1 is on its way in
    And each of them has an address of its own, and is reached

  @pain-35
  Scenario: A new node fetches its first addresses before its first pods come (pain 35)
    (terway docs/warm-up.md)

    Given node-1, which keeps 0 to 2 addresses at hand
    And ip_warm_up_size is 20 on node-1
    When 20 pods start on node-1 at once
    Then all of them were started within 1 second
    And each of them has an address of its own, and is reached

  @pain-36
  Scenario: The cloud is out of order for an hour, and the node serves from what it has (pain 36)
    (terway docs/degradation.md)

    Given node-1, which keeps 4 to 8 addresses at hand
    And 6 pods run on node-1
    When 1 minute passes
    And for 1 hour the cloud is out of order
    And 4 pods start on node-1 at once
    Then all of them were started within 1 second
    When 2 of them end
    And 1 minute passes
    And 2 pods start on node-1 at once
    Then all of them were started within 1 second
    When 1 hour passes
    And 3 minutes pass
    Then each of them has an address of its own, and is reached
    And node-1 holds 14 to 18 addresses for pods

  @pain-36
  Scenario: The operator has the cloud left alone altogether, and pods come and go with what is there (pain 36)
    (terway docs/degradation.md)

    Given node-1, which keeps 4 to 8 addresses at hand
    And 6 pods run on node-1
    When the operator sets degradation to l0 on node-1
    And 1 minute passes
    And calls to the cloud are counted from now on
    And 4 pods start on node-1 at once
    Then all of them were started within 10 seconds
    When 6 of them end
    And 2 hours pass
    And 6 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    And the cloud was called 0 times at most
