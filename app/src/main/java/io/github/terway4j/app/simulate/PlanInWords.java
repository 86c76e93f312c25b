package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.FaultName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as it is written in a command line.
 *
 * @param faults all, none, or some kinds: {@code lost-before}
 * @param skipped faults that shall not strike: {@code crash.3}
 * @param only the faults that shall strike, and no other, or none; empty if it is not so
 */
public record PlanInWords(
        long seed, long steps, int nodes, List<String> faults, List<String> skipped, List<String> only) {
    private static final String ALL = "all";
    private static final String NONE = "none";

    public PlanInWords {
        faults = List.copyOf(faults);
        skipped = List.copyOf(skipped);
        only = List.copyOf(only);
    }

    /**
     * What the words mean.
     *
     * @throws IllegalArgumentException if they do not mean anything; its message says why
     */
    public SimulationPlan plan() {
        return new SimulationPlan(seed, steps, nodes, kinds(), choice());
    }

    /** The command that runs a plan again. */
    static String command(SimulationPlan plan) {
        return "./terway simulate --seed %d --steps %d --nodes %d --faults %s%s"
                .formatted(
                        plan.seed(),
                        plan.steps(),
                        plan.nodes(),
                        words(plan.faults()),
                        switch (plan.choice()) {
                            case FaultChoice.AllBut(var named) -> named.isEmpty() ? "" : " --skip " + list(named);
                            case FaultChoice.Only(var named) -> " --only " + list(named);
                        });
    }

    private List<FaultKind> kinds() {
        if (faults.equals(List.of(ALL))) {
            return List.of(FaultKind.values());
        }
        return isNone(faults) ? List.of() : faults.stream().map(FaultKind::of).toList();
    }

    private FaultChoice choice() {
        if (!only.isEmpty() && !skipped.isEmpty()) {
            throw new IllegalArgumentException("--only says already which faults shall not strike; leave --skip out");
        }
        return only.isEmpty() ? new FaultChoice.AllBut(named(skipped)) : new FaultChoice.Only(named(only));
    }

    private static List<FaultName> named(List<String> faults) {
        return isNone(faults)
                ? List.of()
                : faults.stream().map(FaultName::parse).toList();
    }

    private static boolean isNone(List<String> words) {
        return words.equals(List.of(NONE));
    }

    private static String words(List<FaultKind> kinds) {
        if (kinds.isEmpty()) {
            return NONE;
        }
        return kinds.size() == FaultKind.values().length
                ? ALL
                : kinds.stream().map(FaultKind::word).collect(Collectors.joining(","));
    }

    private static String list(List<FaultName> names) {
        return names.isEmpty() ? NONE : names.stream().map(FaultName::toString).collect(Collectors.joining(","));
    }
}
