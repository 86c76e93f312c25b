package io.github.terway4j.domain.quota;

/**
 * How many pods of each kind a node can give an address to. The kinds exclude each other, or share the same ENIs: their
 * numbers do not add up.
 *
 * <p>The formulas are Terway's, so that a node keeps the number of pods it advertises when it changes over.
 */
public record Capacity(InstanceLimits limits, EniCap cap) {
    /** From this many ENIs on, two of them may be given to RDMA; below, one. */
    private static final int ENIS_FOR_TWO_ERDMA = 8;

    /** Up to this many ENIs, none can be spared for RDMA: the one beside the primary must serve everybody else. */
    private static final int ENIS_FOR_NO_ERDMA = 2;

    /** The capacity of an instance of which the operator keeps nothing back. */
    public static Capacity of(InstanceLimits limits) {
        return new Capacity(limits, EniCap.NONE);
    }

    /** ENIs whose addresses pods may share: never the primary one, which is the node's own. */
    public int sharedEnis() {
        return cap.of(limits.enis());
    }

    /** Pods with one address each of an ENI that they share; an ENI's primary address serves a pod like any other. */
    public int sharedPods() {
        return Math.multiplyExact(sharedEnis(), limits.ipv4PerEni());
    }

    /** The same where ENIs take prefixes of sixteen addresses: each in the place of one, and none in the primary's. */
    public int prefixPods() {
        return Math.multiplyExact(Math.multiplyExact(sharedEnis(), limits.ipv4PerEni() - 1), 16);
    }

    /** Pods with a whole ENI each. What the operator keeps back is not asked: it concerns sharing. */
    public int exclusivePods() {
        return limits.enis() - 1;
    }

    /** Pods with a member ENI each, behind the trunk, while every other place is taken by an ENI of its own. */
    public int memberPods() {
        return hasTrunk() ? limits.totalEnis() - limits.enis() : 0;
    }

    /** The same where nothing but the primary ENI and the trunk is attached to the instance itself. */
    public int mostMemberPods() {
        return hasTrunk() ? limits.totalEnis() - 2 : 0;
    }

    /**
     * What the ENIs are for. A wish that the instance type cannot fulfil is left out; whoever wished says so.
     *
     * @param trunking whether a trunk is wanted
     * @param erdma whether ENIs for RDMA are
     */
    public Flavor flavor(boolean trunking, boolean erdma) {
        var rdma = erdma ? erdmaEnis() : 0;
        var standard = sharedEnis() - rdma;
        return new Flavor(standard, trunking && hasTrunk() && standard > 0, rdma);
    }

    /** ENIs that carry RDMA for pods; they are among the {@link #sharedEnis}, of which one at least does not. */
    public int erdmaEnis() {
        int spared = limits.enis() >= ENIS_FOR_TWO_ERDMA ? 2 : limits.enis() > ENIS_FOR_NO_ERDMA ? 1 : 0;
        return Math.min(Math.max(0, sharedEnis() - 1), Math.min(spared, limits.erdmaEnis()));
    }

    /** Pods with an address of an ENI that carries RDMA; they are among the {@link #sharedPods}. */
    public int erdmaPods() {
        return Math.multiplyExact(erdmaEnis(), limits.ipv4PerEni());
    }

    /**
     * Whether pods that share an ENI can have both families. Each needs one address of each kind from the same ENI, so
     * Terway asks for equally many of both, and switches IPv6 off for the node otherwise.
     */
    public boolean dualStackShared() {
        return limits.ipv6PerEni() == limits.ipv4PerEni();
    }

    /** Whether a pod with an ENI of its own can have both families: one address of each kind is enough. */
    public boolean dualStackExclusive() {
        return limits.ipv6PerEni() > 0;
    }

    /** The trunk is itself an ENI beside the primary one, so an instance with room for one ENI has none. */
    public boolean hasTrunk() {
        return limits.trunk() && limits.enis() >= 2;
    }
}
