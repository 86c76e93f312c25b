package io.github.terway4j.ports.in;

import io.github.terway4j.domain.fault.Fault;

/** How attaching ended. */
public sealed interface AttachOutcome {
    record Attached(PodNetwork network) implements AttachOutcome {}

    /** Nothing is left behind but what a later try will take up. */
    record NotAttached(Fault why) implements AttachOutcome {}
}
