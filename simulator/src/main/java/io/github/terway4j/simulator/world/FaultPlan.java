package io.github.terway4j.simulator.world;

import java.time.Instant;

/** Decides the fate of every call. Asked once for each, in the order in which they are made. */
@FunctionalInterface
public interface FaultPlan {
    /** Nothing goes wrong. */
    FaultPlan NONE = call -> new Fate.Arrives();

    Fate fateOf(Call call);

    /**
     * A call that is being made.
     *
     * @param number counts the calls of this world, from one
     * @param overNetwork whether it can be lost; one that cannot can still be late, or be its process' last
     */
    record Call(long number, Instant at, String process, String task, String what, boolean overNetwork) {}
}
