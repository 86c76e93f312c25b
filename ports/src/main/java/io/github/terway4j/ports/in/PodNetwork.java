package io.github.terway4j.ports.in;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;

/**
 * What an attached pod has.
 *
 * @param addresses with the length of their vSwitch's block
 * @param gateways what its default routes lead to
 * @param endsOnHost whether it has a link on its host at all
 */
public record PodNetwork(
        LinkName hostLink,
        Mac hostMac,
        LinkName podLink,
        Mac podMac,
        Mtu mtu,
        EniId eni,
        DualStack<InterfaceAddress> addresses,
        DualStack<Ip> gateways,
        boolean endsOnHost) {
    /** Of one that does. */
    public PodNetwork(
            LinkName hostLink,
            Mac hostMac,
            LinkName podLink,
            Mac podMac,
            Mtu mtu,
            EniId eni,
            DualStack<InterfaceAddress> addresses,
            DualStack<Ip> gateways) {
        this(hostLink, hostMac, podLink, podMac, mtu, eni, addresses, gateways, true);
    }
}
