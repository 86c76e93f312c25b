package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.LimitPlaces;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Direction;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what a pod that runs is held to, without losing what waits. The kernel changes a token bucket filter where it
 * stands; but to remove one is to drop its queue, so that is made to run empty first.
 */
final class LimitChanger {
    /** Nothing waits long at this rate. */
    private static final Rate OPEN = Rate.ofBitsPerSecond(100_000_000_000L);

    /** Chosen: longer than a whole queue waits at any rate from 1 Mbit/s on; below that a packet or two may be lost. */
    private static final Duration EMPTYING = Duration.ofMillis(100);

    private final Kernel kernel;
    private final Tasks tasks;

    LimitChanger(Kernel kernel, Tasks tasks) {
        this.kernel = kernel;
        this.tasks = tasks;
    }

    /** Says what it had against it; then the limit may have been changed in part. */
    Optional<Fault> change(Lease lease, Terms terms, LimitPlaces places, BandwidthLimit wanted) {
        var make = new ArrayList<Shaper>();
        var remove = new ArrayList<Shaper>();
        for (var direction : Direction.values()) {
            if (isSame(direction, terms.limit(), wanted)) {
                continue;
            }
            places.shaper(direction, wanted, terms.mtu())
                    .ifPresentOrElse(
                            make::add,
                            () -> places.shaper(direction, opened(terms.limit(), direction), terms.mtu())
                                    .ifPresent(remove::add));
        }
        var shapers = new ArrayList<>(make);
        shapers.addAll(remove);
        return stranger(lease, terms, shapers)
                .or(() -> apply(
                        shapers.stream().<KernelStep>map(KernelStep.Make::new).toList()))
                .or(() -> emptied(remove));
    }

    private static boolean isSame(Direction direction, BandwidthLimit one, BandwidthLimit other) {
        return one.rate(direction).equals(other.rate(direction))
                && one.burst(direction).equals(other.burst(direction));
    }

    private static BandwidthLimit opened(BandwidthLimit limit, Direction direction) {
        return limit.with(direction, limit.rate(direction).limited() ? OPEN : Rate.UNLIMITED, limit.burst(direction));
    }

    private Optional<Fault> emptied(List<Shaper> open) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        tasks.sleep(EMPTYING);
        return apply(open.stream().<KernelStep>map(KernelStep.Remove::new).toList());
    }

    /** The runtime's name for the namespace may mean another by now, or none: nothing is done where the pod is not seen. */
    private Optional<Fault> stranger(Lease lease, Terms terms, List<Shaper> shapers) {
        return shapers.stream().anyMatch(shaper -> shaper.ns().equals(terms.netns()))
                ? notThere(lease, terms.netns())
                : Optional.empty();
    }

    private Optional<Fault> notThere(Lease lease, NetNs sandbox) {
        return switch (kernel.observe(sandbox, List.of())) {
            case Observation.Seen(var state) ->
                state.addresses().stream()
                                .anyMatch(seen -> seen.link().equals(lease.key().interfaceName())
                                        && lease.addresses()
                                                .all()
                                                .contains(seen.address().ip()))
                        ? Optional.empty()
                        : Optional.of(
                                new Fault.Outside("%s is not the namespace of %s".formatted(sandbox, lease.pod())));
            case Observation.NoSuchNamespace(var _, var words) -> Optional.of(new Fault.Outside(words));
            case Observation.Unreadable(var _, var words) ->
                Optional.of(new Fault.Outside("namespace %s cannot be read: %s".formatted(sandbox, words)));
        };
    }

    private Optional<Fault> apply(List<KernelStep> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return switch (kernel.apply(steps)) {
            case KernelOutcome.Applied() -> Optional.empty();
            case KernelOutcome.NoSuchNamespace(var _, var words) -> Optional.of(new Fault.Outside(words));
            case KernelOutcome.Occupied(var _, var words) -> Optional.of(new Fault.Outside(words));
            case KernelOutcome.Refused(var step, var words) ->
                Optional.of(new Fault.Outside("the kernel refused to %s: %s".formatted(step.words(), words)));
        };
    }
}
