package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/**
 * What the instance and the operator allow.
 *
 * @param maxEnis secondary ENIs
 * @param addressesPerEni of each family, the primary address included; a prefix takes the place of one
 * @param families what every pod gets an address of, IPv4 among them
 * @param portion in which ENIs take their addresses
 * @param pace how much the cloud takes at once
 */
public record PoolLimits(int maxEnis, int addressesPerEni, List<IpFamily> families, Portion portion, Pace pace) {
    public PoolLimits {
        families = List.copyOf(families);
        if (maxEnis < 0 || addressesPerEni < 1 || !families.contains(IpFamily.V4)) {
            throw new IllegalArgumentException(
                    "a pool needs maxEnis >= 0, addressesPerEni >= 1 and IPv4, but got %d, %d and %s"
                            .formatted(maxEnis, addressesPerEni, families));
        }
        if (portion == Portion.PREFIX && addressesPerEni < 2) {
            throw new IllegalArgumentException("an ENI of one address has no place for a prefix");
        }
    }

    public PoolLimits(int maxEnis, int addressesPerEni, List<IpFamily> families) {
        this(maxEnis, addressesPerEni, families, Portion.ADDRESS, Pace.ECS);
    }

    public PoolLimits in(Portion other) {
        return new PoolLimits(maxEnis, addressesPerEni, families, other, pace);
    }

    /** The same with no more secondary ENIs than this, where others take places of the instance. */
    public PoolLimits atMost(int enis) {
        return enis < maxEnis ? new PoolLimits(Math.max(0, enis), addressesPerEni, families, portion, pace) : this;
    }

    /** How many pods the node can hold at most. */
    public int capacity() {
        return maxEnis * podsPerEni();
    }

    /** How many pods one ENI can hold at most. */
    public int podsPerEni() {
        return places() * portion.ipv4Addresses();
    }

    /** Single addresses of the ENI that serve pods. */
    public List<Ip> singles(Eni eni) {
        return eni.addresses().subList(unused(), eni.addresses().size());
    }

    /** How many portions an ENI can take; where they are prefixes, its primary address serves nobody, as with Terway. */
    int places() {
        return addressesPerEni - unused();
    }

    /** IPv4 addresses of an ENI that serve nobody. */
    int unused() {
        return portion == Portion.PREFIX ? 1 : 0;
    }
}
