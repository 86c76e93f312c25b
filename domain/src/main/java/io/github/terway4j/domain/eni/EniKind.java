package io.github.terway4j.domain.eni;

/** What an ENI is to its instance (ECS API, {@code NetworkInterfaceSet.Type}). */
public enum EniKind {
    /** Born with the instance, carries the node's own address, never detached. */
    PRIMARY,
    /** Attached later; its addresses go to pods. */
    SECONDARY,
    /** Carries member ENIs, each under a VLAN tag. */
    TRUNK,
    /** Rides on a trunk; serves one pod. */
    MEMBER
}
