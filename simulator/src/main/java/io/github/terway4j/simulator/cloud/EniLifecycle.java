package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What has begun with ENIs and is not yet over. How it will end, and when, is drawn when it begins; it takes effect
 * when somebody asks for what is {@link #due}.
 */
final class EniLifecycle {
    enum Ending {
        ATTACHED,
        ATTACHING_FAILED,
        DETACHED,
        DELETED
    }

    record Change(Instant at, long sequence, EniId eni, Ending ending) {}

    private final PriorityQueue<Change> changes =
            new PriorityQueue<>(Comparator.comparing(Change::at).thenComparingLong(Change::sequence));
    private final TreeSet<EniId> changing = new TreeSet<>();
    private final RandomGenerator chance;
    private EniTemper temper;
    private long sequence;

    EniLifecycle(EniTemper temper, RandomGenerator chance) {
        this.temper = temper;
        this.chance = chance;
    }

    /** For all that begins from now on. */
    void temper(EniTemper next) {
        temper = next;
    }

    void beginAttaching(EniId eni, Instant now) {
        var fails = strikes(temper.attachingFails());
        begin(
                eni,
                fails ? Ending.ATTACHING_FAILED : Ending.ATTACHED,
                now.plus(temper.attaching().draw(chance)));
    }

    /** Asked again while it goes on, nothing new begins; if it had come to a stop, it does. */
    void beginDetaching(EniId eni, Instant now) {
        beginUnlessHanging(
                eni,
                Ending.DETACHED,
                temper.detachingHangs(),
                now,
                temper.detaching().draw(chance));
    }

    /** Asked again while it goes on, nothing new begins; if it had come to a stop, it does. */
    void beginDeleting(EniId eni, Instant now) {
        beginUnlessHanging(
                eni,
                Ending.DELETED,
                temper.deletingHangs(),
                now,
                temper.deleting().draw(chance));
    }

    /** The first change whose time has come, which is then no longer under way. */
    Optional<Change> due(Instant now) {
        var first = changes.peek();
        if (first == null || first.at().isAfter(now)) {
            return Optional.empty();
        }
        changes.remove();
        changing.remove(first.eni());
        return Optional.of(first);
    }

    Optional<Instant> next() {
        return Optional.ofNullable(changes.peek()).map(Change::at);
    }

    private void beginUnlessHanging(EniId eni, Ending ending, double hangs, Instant now, Duration length) {
        var stopped = strikes(hangs);
        if (!stopped && !changing.contains(eni)) {
            begin(eni, ending, now.plus(length));
        }
    }

    private void begin(EniId eni, Ending ending, Instant at) {
        if (!changing.add(eni)) {
            throw new IllegalStateException("%s is changing already and cannot be %s, too".formatted(eni, ending));
        }
        changes.add(new Change(at, sequence++, eni, ending));
    }

    private boolean strikes(double probability) {
        return chance.nextDouble() < probability;
    }
}
