package io.github.terway4j.domain.eni;

/** Whether an ENI can carry RDMA (ECS API, {@code NetworkInterfaceTrafficMode}). */
public enum TrafficMode {
    STANDARD,
    /** Carries RDMA; an instance has few of these ("EriQuantity"). */
    HIGH_PERFORMANCE
}
