package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The block of addresses that is a node's own (Kubernetes, {@code Node.spec.podCIDRs}), one of each family. Its first
 * address is the network's, its second the gateway's, and the last of an IPv4 block goes to all; as with the CNI plugin
 * host-local, these are nobody's.
 */
public record NodeBlock(DualStack<Cidr> cidrs) {
    /** Chosen: many times the pods that a kubelet takes, so that an address can rest, and no burden on memory. */
    static final int MOST = 4096;

    private static final int RESERVED_AT_THE_START = 2;

    public NodeBlock {
        for (var cidr : cidrs.all()) {
            if (cidr.length() > cidr.family().bits() - RESERVED_AT_THE_START) {
                throw new IllegalArgumentException("%s has no address for a pod".formatted(cidr));
            }
        }
    }

    /**
     * Where its addresses are in the book, in the place of an ENI: the VPC's route leads to the instance, by whatever ENI
     * that is reached.
     */
    public static EniId place(InstanceId instance) {
        return new EniId(instance.text());
    }

    /** What pods see as the gateway: nobody has it, and nobody is asked for it. */
    public DualStack<Ip> gateways() {
        return cidrs.map(cidr -> cidr.first().plus(1));
    }

    /** All that pods may have, the lowest first, as far as a node can use them. */
    public List<Ip> addresses() {
        var addresses = new ArrayList<Ip>();
        for (var cidr : cidrs.all()) {
            LongStream.range(0, usable(cidr))
                    .mapToObj(offset -> cidr.first().plus(RESERVED_AT_THE_START + offset))
                    .forEach(addresses::add);
        }
        return addresses;
    }

    private static long usable(Cidr cidr) {
        var hostBits = cidr.family().bits() - cidr.length();
        var inBlock = hostBits >= Integer.SIZE - 1 ? Integer.MAX_VALUE : 1L << hostBits;
        var last = cidr.family() == IpFamily.V4 ? 1 : 0;
        return Math.min(MOST, inBlock - RESERVED_AT_THE_START - last);
    }
}
