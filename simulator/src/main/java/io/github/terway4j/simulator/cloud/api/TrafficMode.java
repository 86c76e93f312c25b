package io.github.terway4j.simulator.cloud.api;

/** "NetworkInterfaceTrafficMode": whether an ENI can carry RDMA. */
public enum TrafficMode {
    STANDARD,
    /** Carries RDMA; an instance has few of these ("EriQuantity"). */
    HIGH_PERFORMANCE
}
