package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;

/**
 * An ENI as a device of the node.
 *
 * @param gateways of its vSwitch, for each family that pods get
 * @param hostAddresses the node's own addresses, which the device carries so that the host may speak through it
 */
public record EniWiring(
        NetNs host, LinkName link, int interfaceIndex, DualStack<Ip> gateways, DualStack<Ip> hostAddresses, Mtu mtu) {
    /** The ENI's own routing table. */
    public int table() {
        return RouteTables.ofEni(interfaceIndex);
    }
}
