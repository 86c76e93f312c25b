package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Passes the time between two passes of the pool. While an ENI is on its way, the kernel tells of it by itself: its
 * device shows up when it has arrived, and is gone when it has left. To look there costs no call, so the cloud is asked
 * only then.
 */
public final class DeviceWatch {
    /** Chosen: long beside the millisecond that a look into the kernel takes, short beside an ENI's way of some seconds. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** Chosen: beyond this something is the matter that the cloud may know of. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Chosen: what has not come or gone by then is waited for by nobody who counts moments. */
    private static final Duration RARE_GLANCE = Duration.ofSeconds(1);

    private final Kernel kernel;
    private final Node node;
    private final NodeBook book;
    private final Muster muster;
    private final Tasks tasks;

    public DeviceWatch(Kernel kernel, Node node, NodeBook book, Muster muster, Tasks tasks) {
        this.kernel = kernel;
        this.node = node;
        this.book = book;
        this.muster = muster;
        this.tasks = tasks;
    }

    /** How long to leave the cloud alone unless there is news; empty where no device would tell. */
    Optional<Duration> patience() {
        if (!muster.moves()) {
            // What is being deleted has no device, and only its place is of use to anybody.
            return Optional.of(PATIENCE)
                    .filter(_ -> muster.onlyDeletes() && book.queue().waiting() == 0);
        }
        return devices().flatMap(this::patience);
    }

    private Optional<Duration> patience(Set<Mac> present) {
        return muster.hasNews(present)
                ? Optional.of(Duration.ZERO)
                : Optional.of(PATIENCE).filter(_ -> !muster.awaited(present).isEmpty());
    }

    /**
     * Returns after so long, or when somebody wants something, or when a device that is awaited has shown up or gone.
     *
     * @param heard how often somebody had wanted something when that was last looked after
     */
    void rest(Duration length, long heard) {
        var end = tasks.instant().plus(length);
        var glance = length.compareTo(PATIENCE) > 0 ? RARE_GLANCE : GLANCE;
        var awaited = muster.moves() ? devices().map(muster::awaited).orElse(Set.of()) : Set.<Mac>of();
        while (!awaited.isEmpty() && isStillSo(awaited)) {
            if (book.wanted.awaitBeyond(heard, soonest(glance, end))
                    || !tasks.instant().isBefore(end)) {
                return;
            }
        }
        if (awaited.isEmpty()) {
            book.wanted.awaitBeyond(heard, end);
        }
    }

    /** Whether none of these has come or gone, as far as can be seen. */
    private boolean isStillSo(Set<Mac> awaited) {
        return devices()
                .map(present -> muster.awaited(present).containsAll(awaited))
                .orElse(true);
    }

    private Instant soonest(Duration glance, Instant deadline) {
        var next = tasks.instant().plus(glance);
        return next.isBefore(deadline) ? next : deadline;
    }

    /** Empty where the kernel does not say. */
    private Optional<Set<Mac>> devices() {
        return switch (kernel.observe(node.host(), List.of())) {
            case Observation.Seen(var host) ->
                Optional.of(host.links().stream().map(Link::mac).collect(Collectors.toCollection(TreeSet::new)));
            case Observation.NoSuchNamespace _, Observation.Unreadable _ -> Optional.empty();
        };
    }
}
