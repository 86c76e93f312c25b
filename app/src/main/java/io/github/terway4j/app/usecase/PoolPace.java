package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Wait;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long the pool is left alone until its next pass. While something is on its way, fails, or was refused, the passes
 * grow rarer with time, until they are as rare as when nothing happens. Used by the pool's loop alone.
 */
public final class PoolPace {
    /** Between what is done and a look at what came of it. */
    private static final Duration NEXT_STEP = Duration.ofSeconds(1);

    private final Node node;
    private final PoolMemory memory;
    private final DeviceWatch watch;
    private final Tasks tasks;
    private final RandomGenerator random;
    private Optional<Instant> troubledSince = Optional.empty();

    public PoolPace(Node node, PoolMemory memory, DeviceWatch watch, Tasks tasks, RandomGenerator random) {
        this.node = node;
        this.memory = memory;
        this.watch = watch;
        this.tasks = tasks;
        this.random = random;
    }

    /** After a pass that did not even see what the node holds. */
    Duration afterNoLook() {
        return afterTrouble(tasks.instant());
    }

    /**
     * After a pass.
     *
     * @param goesOn whether the next has something to look for
     * @param troubled whether this one could not do what it should
     */
    Duration after(Shift shift, boolean goesOn, boolean troubled) {
        var now = tasks.instant();
        if (shift.interrupted()) {
            return Duration.ZERO;
        }
        var rests = new ArrayList<>(List.of(untilNext(now)));
        shift.patience().ifPresent(rests::add);
        var watched = watch.patience();
        var looks = memory.untilNextLook(now).map(wait -> spread(Wait.ENI_STATUS, wait));
        watched.map(least -> looks.filter(wait -> wait.compareTo(least) > 0 && !least.isZero())
                        .orElse(least))
                .or(() -> looks)
                .ifPresent(rests::add);
        memory.health()
                .nextProbe(now)
                .map(probe -> Duration.between(now, probe))
                .ifPresent(rests::add);
        if (troubled) {
            rests.add(afterTrouble(now));
        } else {
            troubledSince = Optional.empty();
            if (goesOn && shift.patience().isEmpty() && watched.isEmpty()) {
                rests.add(NEXT_STEP);
            }
        }
        return rests.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private Duration afterTrouble(Instant now) {
        var since = troubledSince.filter(begun -> !now.isBefore(begun)).orElse(now);
        troubledSince = Optional.of(since);
        return spread(
                Wait.ANYTHING,
                node.waits().of(Wait.ANYTHING).untilNext(Duration.between(since, now), node.syncPeriod()));
    }

    private Duration untilNext(Instant now) {
        return memory.phase().map(phase -> phase.atMost(node.syncPeriod(), now)).orElse(node.syncPeriod());
    }

    private Duration spread(Wait wait, Duration length) {
        return node.waits().of(wait).spread(length, random);
    }
}
