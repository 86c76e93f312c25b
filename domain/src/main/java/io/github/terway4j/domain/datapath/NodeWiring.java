package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import java.util.List;

/**
 * What a node's operator has to say on how its pods are wired.
 *
 * @param wished what connects them to shared ENIs
 * @param type the same, as far as the node's kernel can
 * @param members how pods behind the trunk are told apart on its wire, as far as the node's kernel can
 * @param byHost what pods find by their host's stack though their interface leads elsewhere: the cluster's services, and
 *     {@code host_stack_cidrs}
 */
public record NodeWiring(VirtualType wished, VirtualType type, VlanStripType members, List<Cidr> byHost) {
    public static final NodeWiring BY_VETH = new NodeWiring(VirtualType.VETH, List.of());

    public NodeWiring {
        byHost = byHost.stream().distinct().sorted().toList();
    }

    public NodeWiring(VirtualType wished, List<Cidr> byHost) {
        this(wished, wished, VlanStripType.FILTER, byHost);
    }

    /** The same on a node that can do no better. */
    public NodeWiring fallenBackTo(VirtualType possible) {
        return new NodeWiring(wished, possible, members, byHost);
    }

    /** The same with members told apart so. */
    public NodeWiring with(VlanStripType other) {
        return new NodeWiring(wished, type, other, byHost);
    }
}
