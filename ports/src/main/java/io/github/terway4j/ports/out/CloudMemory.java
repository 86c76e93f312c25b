package io.github.terway4j.ports.out;

import java.util.Optional;

/**
 * Remembers what the cloud said last, so that an agent that begins while the cloud is away can serve the pods that live.
 * Whoever reads it knows that it may be no longer so.
 */
public interface CloudMemory {
    /** What the cloud said of this machine; empty if nothing is remembered, or nothing that can be read. */
    Optional<NodeFacts> facts();

    /** When this has returned {@code Written}, the next agent finds these facts. */
    LedgerOutcome keep(NodeFacts facts);

    /** What the cloud showed of its ENIs; nothing if nothing is remembered. */
    CloudSight sight();

    /** When this has returned {@code Written}, the next agent finds this sight. */
    LedgerOutcome keep(CloudSight sight);
}
