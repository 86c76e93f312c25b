package io.github.terway4j.domain.datapath;

/** Who handles the tag of a member's packets, as operators choose it (Terway's {@code vlan_strip_type}). */
public enum VlanStripType {
    /** Filters on the trunk: the pod itself is wired to the host, and finds there what other pods find. */
    FILTER(DatapathKind.TRUNK_TAG),

    /** A VLAN device in the pod, past the host. */
    VLAN(DatapathKind.TRUNK_VLAN);

    private final DatapathKind datapath;

    VlanStripType(DatapathKind datapath) {
        this.datapath = datapath;
    }

    /** By which way such pods are wired. */
    public DatapathKind datapath() {
        return datapath;
    }

    /** What is left where a kernel lacks this one. */
    public VlanStripType other() {
        return switch (this) {
            case FILTER -> VLAN;
            case VLAN -> FILTER;
        };
    }

    /** As operators write it. */
    public String text() {
        return switch (this) {
            case FILTER -> "filter";
            case VLAN -> "vlan";
        };
    }
}
