Feature: Nothing is taken from a living pod

  To give back an address too late costs a little. To give back one on which a pod lives cuts that pod off, and when the
  address is given to another pod, packets of the one reach the other. That must never happen.

  @pain-11
  Scenario: The cloud gives addresses, and its answers are lost: what was given is found, and used once (pain 11)
    A call that has timed out may well have taken effect. Taken for a failure, the address would lie about or be given
    away under somebody; so nobody guesses, and the next look tells. (terway#179)

    Given node-1, which keeps 2 to 4 addresses at hand
    When for 1 minute the cloud's answers to requests for addresses are lost
    And 8 pods start on node-1 at once
    Then each of them has an address of its own, and is reached
    When 10 minutes pass
    Then node-1 holds 10 to 12 addresses for pods

  @pain-12
  Scenario: The address of a StatefulSet's pod is neither given to others nor to the cloud while the pod may come back (pain 12)
    (terway#140)

    Given node-1 with 1 ENI of 3 addresses
    And pods web and cache run on node-1
    And pod db of a StatefulSet runs on node-1
    When db ends
    And pod queue starts on node-1
    Then queue is refused
    And node-1 holds 3 addresses for pods
    When the agent of node-1 starts again
    And the runtime asks for queue again
    Then queue is refused
    When the StatefulSet starts db again
    Then db has the address that it had before
    And node-1 reaches db

  @pain-14
  Scenario: Nobody has told the end of a pod: cluster and node must both miss it before its address comes back (pain 14)
    The cluster alone may be wrong, for an API server can lag or have lost its memory; so may the node alone, for a kernel
    can be looked at in a bad moment. Who is missed by both is still given a little time. (terway#425, terway#539,
    terway#552)

    Given node-1 in the vSwitch 10.1.0.0/20
    And pods web, db and cache run on node-1
    When the cluster forgets web, whose sandbox runs on
    And the sandbox of db is removed
    And the sandbox of cache is removed
    And the cluster forgets cache
    And 1 minute passes
    Then node-1 has given away 3 addresses
    When 20 minutes pass
    Then node-1 has given away 2 addresses
    And nothing of cache is left on node-1
    And node-1 reaches web

  @pain-15
  Scenario: The cluster has forgotten a pod, and its sandbox runs on: it keeps its address until its end is told (pain 15)
    An evicted pod is gone for the cluster while its containers still write their last lines. (terway#585)

    Given node-1, which keeps 0 to 0 addresses at hand
    And pods web and db run on node-1
    When the cluster forgets db, whose sandbox runs on
    And 1 hour passes
    Then web and db reach each other
    And the cloud says that an ENI of node-1 has the addresses of db
    When the runtime ends db
    And 10 minutes pass
    Then nothing of db is left on node-1
    And node-1 holds 1 address for pods

  @pain-16
  Scenario: While the node gives ENIs back, pods start, and no ENI goes from under them (pain 16)
    Twenty-five pods end, and the node has three ENIs too many. Just then others come. What is to go is marked first, and
    goes in a later pass only if nobody has come to sit on it. (terway#613, terway#725, terway#770)

    Given node-1, which keeps 0 to 0 addresses at hand
    And 25 pods run on node-1
    When all of them end
    And a pod starts on node-1 every 7 seconds, for 3 minutes
    Then each of them has an address of its own, and is reached
    When 10 minutes pass
    Then each of them has an address of its own, and is reached

  @pain-17
  Scenario: The cloud does what it was asked long after the agent has given it up, and no pod changes its address (pain 17)
    (terway#1025)

    Given node-1, which keeps 2 to 4 addresses at hand
    And pods web and db run on node-1
    When requests for addresses take effect 1 minute after the agent has given them up
    And 6 pods start on node-1 at once
    And requests for addresses take effect at once again
    And the runtime asks until all of them run
    And 10 minutes pass
    Then each of them has an address of its own, and is reached
    When the runtime asks for web again
    Then web has the address that it had before

  @pain-18
  Scenario: The operator wants nothing at hand any more, and those who hold addresses keep them (pain 18)
    What nobody holds goes back to the cloud, whatever the marks. What a pod holds does not. (terway commit fa4b3a74)

    Given node-1, which keeps 4 to 8 addresses at hand
    And 12 pods run on node-1
    When the operator has node-1 keep 0 to 0 addresses at hand from now on
    And 1 hour passes
    Then each of them has an address of its own, and is reached
    And node-1 holds 12 addresses for pods
