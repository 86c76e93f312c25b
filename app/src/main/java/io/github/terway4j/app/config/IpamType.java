package io.github.terway4j.app.config;

/** Who looks after the pool of a node (configuration key {@code ipam_type}). */
public enum IpamType {
    /** The node itself. */
    NODE,
    /** The controller, through the node's custom resource. */
    CRD,
    /** The controller, where it can be had. */
    PREFER_CRD
}
