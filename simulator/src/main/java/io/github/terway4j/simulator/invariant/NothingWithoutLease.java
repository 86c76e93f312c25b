package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nothing of ours stays in a kernel without a lease for longer than a bound. */
public final class NothingWithoutLease implements Invariant {
    private final Duration bound;
    /** Since when each has been orphaned, the oldest first. */
    private final Map<Mark, Instant> orphans = new LinkedHashMap<>();

    public NothingWithoutLease(Duration bound) {
        this.bound = bound;
    }

    @Override
    public String name() {
        return "nothing-without-lease";
    }

    @Override
    public String sentence() {
        return "nothing of ours is in a kernel without a lease for longer than " + bound;
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        touched(change).toList().forEach(mark -> {
            if (mark.orphaned(now)) {
                orphans.putIfAbsent(mark, now.time());
            } else {
                orphans.remove(mark);
            }
        });
        return List.of();
    }

    @Override
    public List<String> objections(Instant now) {
        return orphans.entrySet().stream()
                .limit(1)
                .filter(oldest -> oldest.getValue().plus(bound).isBefore(now))
                .map(oldest -> "%s has had no lease since %s".formatted(oldest.getKey(), oldest.getValue()))
                .toList();
    }

    private Stream<Mark> touched(Change change) {
        return switch (change) {
            case Change.LeaseWritten(var node, var lease) -> Mark.of(node, lease);
            case Change.LeaseErased(var node, var lease) -> Mark.of(node, lease);
            case Change.SandboxGone(var node, var _) -> of(node);
            case Change.KernelStepped(var node, var step) ->
                switch (step) {
                    case KernelStep.Make(var object) -> Mark.of(node, object);
                    case KernelStep.Remove(var object) -> Mark.of(node, object);
                    case KernelStep.Retire _, KernelStep.Restore _, KernelStep.Withdraw _ -> Stream.empty();
                    case KernelStep.ReapRetired _ -> of(node);
                };
            case Change.PodConnected _, Change.PodEnding _, Change.EniChanged _, Change.CloudCalled _ -> Stream.empty();
        };
    }

    private Stream<Mark> of(String node) {
        return orphans.keySet().stream().filter(mark -> mark.node().equals(node));
    }
}
