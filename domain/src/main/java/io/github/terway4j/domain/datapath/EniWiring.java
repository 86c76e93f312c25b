package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import java.util.List;
import java.util.Optional;

/**
 * An ENI as a device of the node.
 *
 * @param gateways of its vSwitch, for each family that pods get
 * @param hostAddresses the node's own addresses, which the device carries so that the host may speak through it
 * @param mac by which the device is known, whatever it is called
 * @param tag of a member, which has no device and rides on its trunk's: what its packets carry there
 * @param byHost what its pods find by the host's stack
 * @param rdma whether its hardware carries RDMA, which goes by its hardware address
 */
public record EniWiring(
        NetNs host,
        LinkName link,
        int interfaceIndex,
        DualStack<Ip> gateways,
        DualStack<Ip> hostAddresses,
        Mtu mtu,
        Mac mac,
        Optional<VlanId> tag,
        List<Cidr> byHost,
        boolean rdma) {
    private static final Mac UNTOLD = new Mac(0);

    public EniWiring {
        byHost = List.copyOf(byHost);
    }

    /** One without RDMA. */
    public EniWiring(
            NetNs host,
            LinkName link,
            int interfaceIndex,
            DualStack<Ip> gateways,
            DualStack<Ip> hostAddresses,
            Mtu mtu,
            Mac mac,
            Optional<VlanId> tag,
            List<Cidr> byHost) {
        this(host, link, interfaceIndex, gateways, hostAddresses, mtu, mac, tag, byHost, false);
    }

    /** One whose pods find nothing by the host. */
    public EniWiring(
            NetNs host,
            LinkName link,
            int interfaceIndex,
            DualStack<Ip> gateways,
            DualStack<Ip> hostAddresses,
            Mtu mtu,
            Mac mac,
            Optional<VlanId> tag) {
        this(host, link, interfaceIndex, gateways, hostAddresses, mtu, mac, tag, List.of());
    }

    /** One that pods share by the host, so that only its name matters. */
    public EniWiring(
            NetNs host,
            LinkName link,
            int interfaceIndex,
            DualStack<Ip> gateways,
            DualStack<Ip> hostAddresses,
            Mtu mtu) {
        this(host, link, interfaceIndex, gateways, hostAddresses, mtu, UNTOLD, Optional.empty());
    }

    /** The same under another name. */
    public EniWiring called(LinkName name) {
        return new EniWiring(host, name, interfaceIndex, gateways, hostAddresses, mtu, mac, tag, byHost, rdma);
    }

    /** The tag of what can only be a member. */
    VlanId memberTag() {
        return tag.orElseThrow(() -> new IllegalStateException(link + " carries no tag, and is no member of a trunk"));
    }

    /** The ENI's own routing table. */
    public int table() {
        return RouteTables.ofEni(interfaceIndex);
    }
}
