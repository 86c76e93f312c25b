package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Flavor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the instance and the operator allow.
 *
 * @param maxEnis ENIs for this wish, beside the primary one
 * @param addressesPerEni of each family, the primary address included; a prefix takes the place of one
 * @param families what every pod gets an address of, IPv4 among them
 * @param portion in which ENIs take their addresses
 * @param pace how much the cloud takes at once
 * @param wish that the ENIs serve which are spoken of
 * @param otherEnis ENIs for other wishes, which the instance itself may have besides
 * @param trunk whether one of the ENIs shall be a trunk
 * @param members what may ride on it
 */
public record PoolLimits(
        int maxEnis,
        int addressesPerEni,
        List<IpFamily> families,
        Portion portion,
        Pace pace,
        EniWish wish,
        int otherEnis,
        boolean trunk,
        MemberQuota members) {
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
        this(maxEnis, addressesPerEni, families, Portion.ADDRESS, Pace.ECS, EniWish.ANY, 0, false, MemberQuota.NONE);
    }

    /** Of an instance whose ENIs are for this. */
    public static PoolLimits of(Flavor flavor, int addressesPerEni, List<IpFamily> families) {
        return new PoolLimits(
                flavor.standard(),
                addressesPerEni,
                families,
                Portion.ADDRESS,
                Pace.ECS,
                EniWish.ANY,
                flavor.rdma(),
                flavor.trunk(),
                MemberQuota.NONE);
    }

    /** Of an instance whose pods have an ENI each: it serves them by its primary address, and by one of each other family. */
    public static PoolLimits ofWholeEnis(int enis, List<IpFamily> families) {
        return new PoolLimits(enis, 1, families);
    }

    /** The same with so many members behind the trunk. */
    public PoolLimits with(MemberQuota other) {
        return new PoolLimits(maxEnis, addressesPerEni, families, portion, pace, wish, otherEnis, trunk, other);
    }

    /** The same beside so many members that are not ours. */
    public PoolLimits besideMembers(int others) {
        return with(members.beside(others));
    }

    /** What is allowed of ENIs behind the trunk: each serves one pod, by the addresses that it is born with. */
    PoolLimits ofMembers() {
        return new PoolLimits(
                members.most(), 1, families, Portion.ADDRESS, pace, EniWish.MEMBER, 0, false, MemberQuota.NONE);
    }

    /** How such an ENI is attached. */
    CloudOperation attaching() {
        return switch (wish) {
            case ANY, RDMA, WHOLE -> CloudOperation.ATTACH_ENI;
            case MEMBER -> CloudOperation.ATTACH_MEMBER;
        };
    }

    public PoolLimits in(Portion other) {
        return new PoolLimits(maxEnis, addressesPerEni, families, other, pace, wish, otherEnis, trunk, members);
    }

    /** What is allowed of ENIs for RDMA, where this is what is allowed of the others. */
    PoolLimits rdma() {
        var theirs = otherEnis;
        var ours = maxEnis;
        return new PoolLimits(
                theirs, addressesPerEni, families, portion, pace, EniWish.RDMA, ours, false, MemberQuota.NONE);
    }

    /**
     * What is allowed of ENIs that are one pod's alone, where this is what is allowed of those that pods share: one of these
     * stays theirs, and so do the places for RDMA.
     *
     * @param forRdma how many ENIs for RDMA there are
     */
    PoolLimits whole(int forRdma) {
        return new PoolLimits(
                Math.max(0, maxEnis - 1),
                1,
                families,
                Portion.ADDRESS,
                pace,
                EniWish.WHOLE,
                1 + Math.min(otherEnis, forRdma),
                false,
                MemberQuota.NONE);
    }

    /** How many ENIs can be one pod's alone beside those that pods share. */
    public int mostWhole() {
        return whole(0).maxEnis();
    }

    /** The same where so many of the places are taken by ENIs that are one pod's alone. */
    PoolLimits leaving(int whole) {
        var left = Math.max(0, maxEnis - whole);
        return new PoolLimits(left, addressesPerEni, families, portion, pace, wish, otherEnis, trunk, members);
    }

    /** The same, while so many ENIs for other wishes are on their way in. */
    PoolLimits beside(int arriving) {
        var left = new Pace(pace.addressesPerCall(), Math.max(1, pace.attachesInFlight() - arriving));
        return new PoolLimits(maxEnis, addressesPerEni, families, portion, left, wish, otherEnis, trunk, members);
    }

    /** ENIs that the instance may have beside the primary one. */
    public int allEnis() {
        return maxEnis + otherEnis;
    }

    /** How many ENIs for this wish there can be beside so many for the other. */
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
        return new PoolLimits(all - others, addressesPerEni, families, portion, pace, wish, others, trunk, members);
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
        var served = EniWish.servedBy(eni);
        if (served == EniWish.MEMBER && wish != EniWish.MEMBER) {
            return ofMembers().singles(eni);
        }
        if (served == EniWish.WHOLE && wish != EniWish.WHOLE) {
            return whole(0).singles(eni);
        }
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
