package io.github.terway4j.domain.eni;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import java.util.List;

/**
 * One elastic network interface as the cloud last described it.
 *
 * @param addresses every private address assigned to it, both families, its primary IPv4 address first
 */
public record Eni(EniId id, Mac mac, EniKind kind, EniStatus status, VSwitchId vSwitch, List<Ip> addresses) {
    public Eni {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || addresses.getFirst().family() != IpFamily.V4) {
            throw new IllegalArgumentException(
                    "%s has no primary IPv4 address; its addresses are %s".formatted(id, addresses));
        }
    }

    /** The address that the ENI was born with: it is released only with the ENI itself. */
    public Ip primaryAddress() {
        return addresses.getFirst();
    }

    public List<Ip> addresses(IpFamily family) {
        return addresses.stream().filter(ip -> ip.family() == family).toList();
    }

    public int count(IpFamily family) {
        return addresses(family).size();
    }
}
