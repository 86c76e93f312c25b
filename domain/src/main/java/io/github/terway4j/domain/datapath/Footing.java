package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.VlanId;

/** What a link stands on. A parent is told by its index in its own namespace, which may be another than the link's. */
public sealed interface Footing {
    /** Nothing else: hardware, a veth, a bridge. */
    record Itself() implements Footing {}

    record Ipvlan(int parentIndex, IpvlanMode mode, Arp arp) implements Footing {}

    record Vlan(int parentIndex, VlanId id) implements Footing {}
}
