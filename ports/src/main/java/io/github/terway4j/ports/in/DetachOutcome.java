package io.github.terway4j.ports.in;

import io.github.terway4j.domain.fault.Fault;

/** How detaching ended. */
public sealed interface DetachOutcome {
    record Detached() implements DetachOutcome {}

    /** Something is left; another try takes it up, and so does garbage collection. */
    record NotDetached(Fault why) implements DetachOutcome {}
}
