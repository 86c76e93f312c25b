package io.github.terway4j.app.wiring;

import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.ports.out.EventReason;

/** What the operator wishes, as far as this machine's kernel can. */
final class Abilities {
    private Abilities() {}

    /**
     * Without IPvlan, pods are wired by veth, as with Terway: they reach all the same, and nobody's deployment stands still
     * because a module is missing. It is decided once, so that no two pods of a node are wired by chance by different ways.
     */
    static Node able(Node wished, Surroundings world) {
        if (wished.datapath().kind() != DatapathKind.IPVLAN_L2
                || world.kernel().knows(LinkKind.IPVLAN, wished.host())) {
            return wished;
        }
        world.chronicle()
                .node(
                        EventReason.VIRTUAL_MODE_CHANGED,
                        "eniip_virtual_type is ipvlan, but this node's kernel knows no IPvlan: pods are wired by veth. Load"
                                + " the module ipvlan (CONFIG_IPVLAN), drain the node, and start the agent anew");
        return wished.by(wished.wiring().fallenBackTo(VirtualType.VETH));
    }
}
