package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Flavor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the instance and the operator allow.
 *
 * @param maxEnis ENIs of this traffic mode, beside the primary one
 * @param addressesPerEni of each family, the primary address included; a prefix takes the place of one
 * @param families what every pod gets an address of, IPv4 among them
 * @param portion in which ENIs take their addresses
 * @param pace how much the cloud takes at once
 * @param traffic of the ENIs that are spoken of
 * @param otherEnis ENIs of the other traffic mode, which the instance may have besides
 * @param trunk whether one of the ENIs shall be a trunk
 */
public record PoolLimits(
        int maxEnis,
        int addressesPerEni,
        List<IpFamily> families,
        Portion portion,
        Pace pace,
        TrafficMode traffic,
        int otherEnis,
        boolean trunk) {
    public PoolLimits {
        families = List.copyOf(families);
        if (maxEnis < 0 || otherEnis < 0 || addressesPerEni < 1 || !families.contains(IpFamily.V4)) {
            throw new IllegalArgumentException(
                    "a pool needs maxEnis >= 0, addressesPerEni >= 1 and IPv4, but got %d, %d and %s"
                            .formatted(maxEnis, addressesPerEni, families));
        }
        if (portion == Portion.PREFIX && addressesPerEni < 2) {
            throw new IllegalArgumentException("an ENI of one address has no place for a prefix");
        }
    }

    public PoolLimits(int maxEnis, int addressesPerEni, List<IpFamily> families) {
        this(maxEnis, addressesPerEni, families, Portion.ADDRESS, Pace.ECS, TrafficMode.STANDARD, 0, false);
    }

    /** Of an instance whose ENIs are for this. */
    public static PoolLimits of(Flavor flavor, int addressesPerEni, List<IpFamily> families) {
        return new PoolLimits(
                flavor.standard(),
                addressesPerEni,
                families,
                Portion.ADDRESS,
                Pace.ECS,
                TrafficMode.STANDARD,
                flavor.rdma(),
                flavor.trunk());
    }

    /** Of an instance whose pods have an ENI each: it serves them by its primary address, and by one of each other family. */
    public static PoolLimits ofWholeEnis(int enis, List<IpFamily> families) {
        return new PoolLimits(enis, 1, families);
    }

    public PoolLimits in(Portion other) {
        return new PoolLimits(maxEnis, addressesPerEni, families, other, pace, traffic, otherEnis, trunk);
    }

    /** What is allowed of ENIs for RDMA, where this is what is allowed of the others. */
    PoolLimits rdma() {
        var theirs = otherEnis;
        var ours = maxEnis;
        return new PoolLimits(
                theirs, addressesPerEni, families, portion, pace, TrafficMode.HIGH_PERFORMANCE, ours, false);
    }

    /** The same, while so many ENIs of the other traffic mode are on their way in. */
    PoolLimits beside(int arriving) {
        var left = new Pace(pace.addressesPerCall(), Math.max(1, pace.attachesInFlight() - arriving));
        return new PoolLimits(maxEnis, addressesPerEni, families, portion, left, traffic, otherEnis, trunk);
    }

    /** ENIs that the instance may have beside the primary one, of either traffic mode. */
    public int allEnis() {
        return maxEnis + otherEnis;
    }

    /** How many ENIs of this traffic mode there can be beside so many of the other. */
    int most(int others) {
        return Math.min(maxEnis, maxEnis + otherEnis - others);
    }

    /** The same with no more ENIs than this, where others take places of the instance; one of them is for anybody. */
    public PoolLimits atMost(int enis) {
        if (enis >= allEnis()) {
            return this;
        }
        var all = Math.max(0, enis);
        var others = Math.min(otherEnis, Math.max(0, all - 1));
        return new PoolLimits(all - others, addressesPerEni, families, portion, pace, traffic, others, trunk);
    }

    /** How many pods the node can hold at most. */
    public int capacity() {
        return maxEnis * podsPerEni();
    }

    /** How many pods one ENI can hold at most. */
    public int podsPerEni() {
        return places() * portion.ipv4Addresses();
    }

    /** Single addresses of the ENI that serve pods: where it has more than it may, the first of each family. */
    public List<Ip> singles(Eni eni) {
        var all = eni.addresses().subList(unused(), eni.addresses().size());
        return hasTooMany(eni)
                ? Stream.of(IpFamily.values())
                        .flatMap(family ->
                                all.stream().filter(ip -> ip.family() == family).limit(addressesPerEni))
                        .toList()
                : all;
    }

    private boolean hasTooMany(Eni eni) {
        return eni.addresses().size() > addressesPerEni
                && Stream.of(IpFamily.values()).anyMatch(family -> eni.count(family) > addressesPerEni);
    }

    /** Whether this single address of the ENI is one of those. */
    boolean serves(Eni eni, Ip ip) {
        return hasTooMany(eni)
                ? singles(eni).contains(ip)
                : portion == Portion.ADDRESS || !ip.equals(eni.primaryAddress());
    }

    /** Whether an ENI serves one pod at most, so that it comes and goes as a whole. */
    boolean wholeEnis() {
        return podsPerEni() == 1;
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
