package io.github.terway4j.simulator.cloud.api;

/** What an instance is doing (ECS API, DescribeInstances, "Status"). */
public enum InstanceStatus {
    PENDING,
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED
}
