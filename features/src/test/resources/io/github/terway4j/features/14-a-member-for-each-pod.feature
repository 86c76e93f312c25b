Feature: An ENI behind the trunk for a pod that asks for one

  An instance has few ENIs of its own, but one of them can be a trunk, and many more ride on that: members. A pod that asks for
  one (aliyun/member-eni: 1) has it for itself, while all other pods of the node share ENIs as ever. The cloud gives each member
  a VLAN, and the operator says who handles that: filters on the trunk (vlan_strip_type: filter), or a device in the pod (vlan).

  Background:
    Given node-1 has a trunk for 2 members
    And node-2 has a trunk for 2 members

  Rule: Who asks for a member gets one, and nobody else does

    Example: Two pods, two members
      Given a kernel that knows VLANs
      When pods web and db start on node-1 and ask for a member each
      Then web and db have members of their own
      And 2 members ride on the trunk of node-1
      And a check of web finds everything in place

    Example: Other pods share ENIs beside them
      Given a kernel that knows VLANs
      When pod web starts on node-1 and asks for a member
      And pod db starts on node-1
      Then web has a member of its own
      And db has an address of a shared ENI
      And web and db reach each other

    Example: A node has no more of them than its type allows
      Given a kernel that knows VLANs
      When pods web and db start on node-1 and ask for a member each
      And pod cache starts on node-1 and asks for a member
      Then cache is refused

  Rule: Pods reach each other, and nodes reach pods

    Example: Told apart by <means>, on one node and across nodes, in both families
      Given a kernel that knows VLANs
      And the nodes tell members apart by <means>
      And the nodes give pods IPv4 and IPv6 addresses
      When pods web and db start on node-1 and ask for a member each
      And pod cache starts on node-2 and asks for a member
      Then web and db reach each other
      And web and cache reach each other
      And node-1 reaches web
      And node-2 reaches web

      Examples:
        | means  |
        | filter |
        | vlan   |

  Rule: A member goes when its pod has gone, and the trunk stays

    Its address rests first, as any does. Then the member is taken off the trunk and deleted, in two steps as other ENIs are.

    Example: Nothing is left
      Given a kernel that knows VLANs
      When pod web starts on node-1 and asks for a member
      And web ends
      And 1 second passes
      Then nothing of web is left on node-1
      When 10 minutes pass
      Then 0 members ride on the trunk of node-1

  Rule: It does not matter when the agent dies

    Example: While the pod runs, told apart by <means>
      Given a kernel that knows VLANs
      And the nodes tell members apart by <means>
      When pod web starts on node-1 and asks for a member
      And the agent of node-1 is killed
      And the agent of node-1 starts again
      Then a check of web finds everything in place
      When web ends
      And 1 second passes
      Then nothing of web is left on node-1
      When 10 minutes pass
      Then 0 members ride on the trunk of node-1

      Examples:
        | means  |
        | filter |
        | vlan   |
