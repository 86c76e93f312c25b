package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.simulator.cloud.CloudListener;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The ENIs that each instance has in use, as they are or, where metadata lags behind the API, as they were. Member ENIs
 * are not among them (chosen): they are no devices of the instance's own.
 */
final class KnownEnis implements CloudListener {
    private record View(Instant shown, Map<Mac, CloudEni> enis) {}

    private final SimulatedCloud cloud;
    private final InstantSource clock;
    private final Map<InstanceId, Deque<View>> views = new TreeMap<>();
    private Supplier<Duration> lag = () -> Duration.ZERO;

    KnownEnis(SimulatedCloud cloud, InstantSource clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    /** In the order of their MACs. */
    synchronized Collection<CloudEni> of(InstanceId instance) {
        return Optional.ofNullable(views.get(instance))
                .map(known -> List.copyOf(current(known).enis().values()))
                .orElse(List.of());
    }

    /** For all that changes from now on; asked at each change. */
    synchronized void lag(Supplier<Duration> length) {
        lag = length;
    }

    @Override
    public void eniAttached(InstanceId instance, Eni eni) {
        look(instance, eni);
    }

    @Override
    public void eniDetached(InstanceId instance, Eni eni) {
        change(instance, enis -> enis.remove(eni.mac()));
    }

    @Override
    public void addressesChanged(InstanceId instance, Eni eni) {
        look(instance, eni);
    }

    /** What we are told may be a moment old: so we look at the ENI, which has prefixes, too. */
    private void look(InstanceId instance, Eni told) {
        if (told.kind() != EniKind.MEMBER) {
            cloud.eni(told.id())
                    .filter(eni -> eni.attachedTo(instance))
                    .ifPresent(eni -> change(instance, enis -> enis.put(told.mac(), eni)));
        }
    }

    private synchronized void change(InstanceId instance, Change change) {
        // The first that an instance has is the ENI that it is born with: there is no instance before it.
        var known = views.computeIfAbsent(instance, _ -> new ArrayDeque<>(List.of(new View(Instant.MIN, Map.of()))));
        var born = known.getLast().enis().isEmpty();
        var enis = new TreeMap<>(known.getLast().enis());
        change.make(enis);
        known.addLast(new View(born ? Instant.MIN : later(known.getLast().shown()), enis));
        current(known);
        if (enis.isEmpty()) {
            views.remove(instance);
        }
    }

    /** Nothing is seen before what came before it. */
    private Instant later(Instant before) {
        var then = clock.instant().plus(lag.get());
        return then.isAfter(before) ? then : before;
    }

    /** Drops what is seen no longer. */
    private View current(Deque<View> known) {
        var now = clock.instant();
        var second = known.stream().skip(1).findFirst();
        while (second.filter(view -> !view.shown().isAfter(now)).isPresent()) {
            known.removeFirst();
            second = known.stream().skip(1).findFirst();
        }
        return known.getFirst();
    }

    @FunctionalInterface
    private interface Change {
        void make(Map<Mac, CloudEni> enis);
    }
}
