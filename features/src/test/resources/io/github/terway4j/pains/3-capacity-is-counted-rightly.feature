Feature: Capacity is counted rightly

  How many pods a node can take follows from its instance type, from what the operator keeps back, and from what its
  vSwitches have. A node that counts one too many asks for what it will never get; one that counts one too few leaves
  pods waiting beside free addresses.

  @pain-19
  Scenario Outline: A node takes as many pods as its type says, and not one more: <type> (pain 19)
    The primary ENI is the node's own. (terway#768, terway#766, terway#697, terway#397)

    Given node-1, of type <type>
    When <pods> pods start on node-1 at once
    And pod queue starts on node-1
    Then queue is refused: "the node holds all <pods> addresses that its instance type and configuration allow; addresses wanted: 1"
    And each of them has an address of its own, and is reached

    Examples: ENIs but the first, times the addresses of each
      | type           | pods |
      | ecs.g7.large   | 12   |
      | ecs.g7.xlarge  | 45   |

  @pain-20
  Scenario: Whatever is wanted, no ENI is asked to carry more than it can (pain 20)
    The cloud refuses what is too much, and a node that has to be told so has not counted. (terway#118)

    Given node-1 with 2 ENIs of 3 addresses
    When 10 pods start on node-1 at once
    Then 6 of them are started, and 4 refused
    And the cloud has refused nothing

  @pain-21
  Scenario: Places for members are no places where there is no trunk (pain 21)
    The type can have ten ENIs in all, but seven of them only behind a trunk, which it does not have.
    (terway#757, terway#409)

    Given node-1, of a type with 3 ENIs of 4 addresses, or 10 together with members
    When 12 pods start on node-1 at once
    Then 8 of them are started, and 4 refused
    And the cloud has refused nothing

  @pain-22
  Scenario: The operator lists another vSwitch, and the ENIs of the old one go on serving (pain 22)
    New ENIs are born in the new one. An ENI that is there stays where it was born, and has its free places filled.
    (terway#197)

    Given a vSwitch old with 58 addresses
    And a vSwitch new with 58 addresses
    And node-1, which keeps 0 to 0 addresses at hand
    And the pods of node-1 get addresses of old
    And 4 pods run on node-1
    When the operator has the pods of node-1 get addresses of new from now on
    And 14 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    And the vSwitch old has 48 free addresses
    And the vSwitch new has 50 free addresses

  @pain-23
  Scenario Outline: The cloud has two words for an empty vSwitch, and either is understood: <code> (pain 23)
    By the cloud's last count there are addresses; then others take them all. (terway#720)

    Given agents call the cloud by HTTP
    And a vSwitch small with 10 addresses
    And a vSwitch large with 58 addresses
    And node-1, which keeps 0 to 0 addresses at hand
    And the pods of node-1 get addresses of small, then large
    And pod web runs on node-1
    And the cloud says <code> where a vSwitch has no address left
    When somebody else takes 9 addresses of small
    And 12 pods start on node-1 at once
    Then the cloud has refused calls for want of addresses in small, and for nothing else
    And each of them has an address of its own, and is reached
    And the vSwitch small has 0 free addresses
    And the vSwitch large has 46 free addresses

    Examples:
      | code                             |
      | InvalidVSwitchId.IpNotEnough     |
      | QuotaExceeded.PrivateIpAddress   |

  @pain-24
  Scenario: A vSwitch without an address is asked once in ten minutes, and at once when one has come back (pain 24)
    (terway#680, terway#501)

    Given a vSwitch small with 10 addresses
    And node-1, which keeps 0 to 0 addresses at hand
    And the pods of node-1 get addresses of small
    And 10 pods run on node-1
    And calls to the cloud are counted from now on
    When a pod asks in vain on node-1 for 1 hour
    Then the cloud was asked for addresses or ENIs 7 times at most
    When 1 of them ends
    And pod web starts on node-1
    Then web was started within 1 minute

  @pain-25
  Scenario: What a node says of its addresses is so, and is said again while nothing happens (pain 25)
    Where two write the same condition, each overwrites what the other has seen. One alone writes it, whenever it changes
    and every few minutes besides. (terway#996, terway#555)

    Given a vSwitch small with 10 addresses
    And node-1, which keeps 2 to 4 addresses at hand
    And the pods of node-1 get addresses of small
    And 6 pods run on node-1
    Then node-1 shows that it has enough addresses
    When 4 pods start on node-1 at once
    And 20 minutes pass
    Then node-1 shows that it lacks addresses: "small in cn-hangzhou-h has no free address; addresses wanted: 2"
    And node-1 has said so within the last 7 minutes
    When 3 of them end
    And 2 minutes pass
    Then node-1 shows that it has enough addresses
    When the agent of node-1 starts again
    Then node-1 shows that it has enough addresses
    And node-1 has said so within the last 10 seconds

  @pain-26
  Scenario: Of the four keys for what stands idle only one is set, and the others are what they usually are (pain 26)
    Five addresses go every ten minutes once a quarter of an hour has been quiet, down to the lower mark. (terway#1006)

    Given node-1, which keeps 2 to 20 addresses at hand
    And idle_ip_reclaim_after is 15m on node-1
    And 16 pods run on node-1
    When all of them end
    And 14 minutes pass
    Then node-1 holds 18 to 20 addresses for pods
    When 1 hour passes
    Then node-1 holds 2 addresses for pods
