package io.github.terway4j.domain.datapath;

/** Where the addresses of a node's pods come from (Terway's {@code -daemon-mode}). */
public enum DaemonMode {
    /** ENIs of the node, which carry many addresses each. */
    ENI_MULTI_IP("ENIMultiIP"),

    /** A block of addresses of the node's own, to which the VPC has a route. */
    VPC("VPC"),

    /** ENIs of the node, each of which is one pod's alone. */
    ENI_ONLY("ENIOnly");

    private final String text;

    DaemonMode(String text) {
        this.text = text;
    }

    /** As operators write it. */
    public String text() {
        return text;
    }

    /** By which way pods are wired that get an address now, where shared ENIs are met like this. */
    public Datapath datapath(VirtualType type) {
        return switch (this) {
            case ENI_MULTI_IP ->
                switch (type) {
                    case VETH -> new VethPolicyRoute();
                    case IPVLAN -> new IpvlanL2();
                };
            case VPC -> new VpcRoute();
            case ENI_ONLY -> new ExclusiveEni();
        };
    }
}
