package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.simulator.cloud.CloudListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ENIs that each instance has in use, as they are or, where metadata lags behind the API, as they were. Member ENIs
 * are not among them (chosen): they are no devices of the instance's own.
 */
final class KnownEnis implements CloudListener {
    private record View(Instant since, Map<Mac, Eni> enis) {}

    private final InstantSource clock;
    private final Map<InstanceId, Deque<View>> views = new TreeMap<>();
    private Duration lag = Duration.ZERO;

    KnownEnis(InstantSource clock) {
        this.clock = clock;
    }

    /** In the order of their MACs. */
    synchronized Collection<Eni> of(InstanceId instance) {
        var known = views.get(instance);
        if (known == null) {
            return List.of();
        }
        prune(known);
        var first = known.getFirst();
        return isShown(first) ? List.copyOf(first.enis().values()) : List.of();
    }

    /** For all that changes from now on; what is shown stays shown. */
    synchronized void lag(Duration length) {
        for (var known : views.values()) {
            var last = known.getLast();
            known.clear();
            known.add(new View(Instant.MIN, last.enis()));
        }
        lag = length;
    }

    @Override
    public void eniAttached(InstanceId instance, Eni eni) {
        change(instance, eni, true);
    }

    @Override
    public void eniDetached(InstanceId instance, Eni eni) {
        change(instance, eni, false);
    }

    @Override
    public void addressesChanged(InstanceId instance, Eni eni) {
        change(instance, eni, true);
    }

    private synchronized void change(InstanceId instance, Eni eni, boolean there) {
        if (eni.kind() == EniKind.MEMBER) {
            return;
        }
        var known = views.computeIfAbsent(instance, _ -> new ArrayDeque<>());
        var enis = known.isEmpty()
                ? new TreeMap<Mac, Eni>()
                : new TreeMap<>(known.getLast().enis());
        if (there) {
            enis.put(eni.mac(), eni);
        } else {
            enis.remove(eni.mac());
        }
        // An instance is never without the ENI that it was born with.
        known.addLast(new View(known.isEmpty() ? Instant.MIN : clock.instant(), enis));
        prune(known);
    }

    private void prune(Deque<View> known) {
        var second = known.stream().skip(1).findFirst();
        while (second.filter(this::isShown).isPresent()) {
            known.removeFirst();
            second = known.stream().skip(1).findFirst();
        }
    }

    private boolean isShown(View view) {
        return !view.since().plus(lag).isAfter(clock.instant());
    }
}
