package io.github.terway4j.app.wiring;

import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.pool.MemberQuota;
import io.github.terway4j.ports.out.EventReason;

/**
 * What the operator wishes, as far as this machine's kernel can. It is decided once, so that no two pods of a node are wired
 * by chance by different ways.
 */
final class Abilities {
    private final Surroundings world;

    private Abilities(Surroundings world) {
        this.world = world;
    }

    static Node able(Node wished, Surroundings world) {
        var abilities = new Abilities(world);
        return abilities.members(abilities.sharing(wished));
    }

    /**
     * Without IPvlan, pods are wired by veth, as with Terway: they reach all the same, and nobody's deployment stands still
     * because a module is missing.
     */
    private Node sharing(Node wished) {
        if (wished.datapath().kind() != DatapathKind.IPVLAN_L2
                || world.kernel().knows(LinkKind.IPVLAN, wished.host())) {
            return wished;
        }
        tell(
                EventReason.VIRTUAL_MODE_CHANGED,
                "eniip_virtual_type is ipvlan, but this node's kernel knows no IPvlan: pods are wired by veth. Load"
                        + " the module ipvlan (CONFIG_IPVLAN), drain the node, and start the agent anew");
        return wished.by(wished.wiring().fallenBackTo(VirtualType.VETH));
    }

    /** Of the two ways to tell members apart the other one, where the kernel lacks the one; none where it lacks both. */
    private Node members(Node wished) {
        var type = wished.wiring().members();
        if (wished.limits().members().most() == 0 || can(type, wished)) {
            return wished;
        }
        var other = type.other();
        if (!can(other, wished)) {
            tell(
                    EventReason.CONFIG_CHECK,
                    "enable_eni_trunking is true, but this node's kernel has neither filters for VLAN tags nor VLAN"
                            + " devices: no pod gets a member ENI. Load the modules cls_u32 and act_vlan, or 8021q, and"
                            + " start the agent anew");
            return wished.within(wished.limits().with(MemberQuota.NONE));
        }
        tell(
                EventReason.VIRTUAL_MODE_CHANGED,
                "vlan_strip_type is %s, but this node's kernel lacks %s: pods with a member ENI are wired by %s. Load %s, drain the node, and start the agent anew"
                        .formatted(type.text(), means(type), means(other), modules(type)));
        return wished.by(wished.wiring().with(other));
    }

    private boolean can(VlanStripType type, Node node) {
        return switch (type) {
            case FILTER -> world.kernel().knowsTags(node.host());
            case VLAN -> world.kernel().knows(LinkKind.VLAN, node.host());
        };
    }

    private static String means(VlanStripType type) {
        return switch (type) {
            case FILTER -> "filters for VLAN tags";
            case VLAN -> "VLAN devices";
        };
    }

    private static String modules(VlanStripType type) {
        return switch (type) {
            case FILTER -> "the modules cls_u32 and act_vlan (CONFIG_NET_ACT_VLAN)";
            case VLAN -> "the module 8021q (CONFIG_VLAN_8021Q)";
        };
    }

    private void tell(EventReason reason, String words) {
        world.chronicle().node(reason, words);
    }
}
