package io.github.terway4j.domain.datapath;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways of wiring a pod, by the names under which leases remember them. */
public enum DatapathKind {
    /** A secondary address of a shared ENI, by a veth pair and rules on the host. */
    VETH_POLICY_ROUTE("veth-policy-route"),

    /** An address of the node's own block, by a veth pair and the node's own routes. */
    VPC_ROUTE("vpc-route"),

    /** A whole ENI, whose device moves into the pod. */
    EXCLUSIVE_ENI("exclusive-eni"),

    /** A secondary address of a shared ENI, by an IPvlan slave. */
    IPVLAN_L2("ipvlan-l2"),

    /** A member ENI, as a VLAN device in the pod. */
    TRUNK_VLAN("trunk-vlan"),

    /** A member ENI, by filters that tag what a pod sends. */
    TRUNK_TAG("trunk-tag");

    private final String text;

    DatapathKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<DatapathKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    /** Who knows what such a pod needs. */
    public Datapath datapath() {
        return switch (this) {
            case VETH_POLICY_ROUTE -> new VethPolicyRoute();
            case VPC_ROUTE -> new VpcRoute();
            case EXCLUSIVE_ENI -> new ExclusiveEni();
            case IPVLAN_L2 -> new IpvlanL2();
            case TRUNK_VLAN -> new TrunkVlan();
            case TRUNK_TAG -> new TrunkTag();
        };
    }
}
