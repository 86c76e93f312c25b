package io.github.terway4j.ports.out;

/** What the instance that we run on says of itself (ECS instance metadata); no credentials are needed to ask. */
@FunctionalInterface
public interface InstanceMetadata {
    /** {@code Unknown} or {@code Throttled} if the service gave no answer that can be used; ask again later. */
    CloudOutcome<InstanceIdentity> self();
}
