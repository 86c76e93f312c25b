package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.FaultName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param lived how much time passed in the world
 * @param pods how many ADDs were answered with an address
 * @param calls calls that reached the cloud
 * @param faults how many struck, by kind
 * @param struck all of them, in their order
 * @param objection what was not so that must be so; empty if all was well
 * @param trace the last lines
 */
record Ending(
        SimulationPlan plan,
        long events,
        Duration lived,
        long pods,
        long calls,
        Map<FaultKind, Long> faults,
        List<FaultName> struck,
        String traceHash,
        Optional<Objection> objection,
        List<String> trace) {
    /** @param event the how manieth it was after which the objection came */
    record Objection(String invariant, String words, long event) {}

    boolean ok() {
        return objection.isEmpty();
    }

    /** Whether the same invariant objected in both. */
    boolean failsAs(Ending other) {
        return objection.isPresent()
                && objection.map(Objection::invariant).equals(other.objection.map(Objection::invariant));
    }

    /** The same without its trace, which is by far the most of it. */
    Ending withoutTrace() {
        return new Ending(plan, events, lived, pods, calls, faults, struck, traceHash, objection, List.of());
    }

    /** The same, as another plan would have had it. */
    Ending withPlan(SimulationPlan other) {
        return new Ending(other, events, lived, pods, calls, faults, struck, traceHash, objection, trace);
    }
}
