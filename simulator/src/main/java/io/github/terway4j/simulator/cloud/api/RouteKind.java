package io.github.terway4j.simulator.cloud.api;

/** Whether the cloud made it with the VPC, or somebody later: of route tables and of their entries. */
public enum RouteKind {
    SYSTEM,
    CUSTOM
}
