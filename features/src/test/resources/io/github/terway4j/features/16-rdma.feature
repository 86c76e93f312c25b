Feature: RDMA for a pod that asks for it

  Few ENIs of an instance carry RDMA. They are for pods that ask for it (aliyun/erdma) and for no others, and are made when the
  first of these comes. Such a pod's interface has the hardware address of its ENI, for by that address the kernel finds the
  RDMA device that belongs to it.

  Background:
    Given node-1 has places for 3 ENIs, 1 of them for RDMA

  Rule: Who asks for RDMA is on an ENI that carries it, and nobody else is

    Example: Beside a pod that does not ask
      When pod web starts on node-1 and asks for RDMA
      And pod db starts on node-1
      Then web has an address of an ENI that carries RDMA, and the hardware address of that ENI
      And db has no address of an ENI that carries RDMA
      And web and db reach each other
      And node-1 reaches web
      And a check of web finds everything in place

    Example: Two pods on one such ENI
      When pod web starts on node-1 and asks for RDMA
      And pod db starts on node-1 and asks for RDMA
      Then web has an address of an ENI that carries RDMA, and the hardware address of that ENI
      And db has an address of an ENI that carries RDMA, and the hardware address of that ENI
      And web and db reach each other
      And a check of db finds everything in place

    Example: In both families
      Given the nodes give pods IPv4 and IPv6 addresses
      When pod web starts on node-1 and asks for RDMA
      And pod db starts on node-1
      Then web has an address of an ENI that carries RDMA, and the hardware address of that ENI
      And web and db reach each other

  Rule: It ends like any other

    Example: When its pod ends
      When pod web starts on node-1 and asks for RDMA
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1

    Example: After an agent that died
      When pod web starts on node-1 and asks for RDMA
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1
