package io.github.terway4j.simulator.openapi;

/**
 * Something that a call passes on its way to its operation: it may refuse the call, let it go on, change what it comes to,
 * or lose it before or after it has taken effect. Each request has a thread of its own, so a gate may also wait.
 */
@FunctionalInterface
public interface Gate {
    /** The rest of the way; takes a call to its end, and never throws a refusal. */
    @FunctionalInterface
    interface Way {
        Reply go(ApiCall call);
    }

    /** May refuse by throwing a {@link io.github.terway4j.simulator.openapi.wire.Rejection}, too. */
    Reply pass(ApiCall call, Way onward);
}
