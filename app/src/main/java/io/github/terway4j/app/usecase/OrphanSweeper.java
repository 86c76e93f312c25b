package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Deletes ENIs that were made for this instance, are attached to nothing, and that nobody has wanted for long: an agent
 * died between making and attaching, or between detaching and deleting, and the pool has had no use for them since. Two
 * looks must show it, with time between them, and no call that is under way may speak of it.
 */
public final class OrphanSweeper {
    /** As the VPC CNI of AWS does it; nothing waits for what an orphan holds. */
    private static final Duration EVERY = Duration.ofHours(1);

    /** So that the nodes of a cluster, started together, do not look together for ever. */
    private static final Duration FIRST_WITHIN = Duration.ofMinutes(5);

    private static final Duration JITTER = Duration.ofMinutes(6);

    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofMinutes(5);

    private final CloudNetwork cloud;
    private final Node node;
    private final NodeBook book;
    private final OpenIntents intents;
    private final DegradationSwitch degradation;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final Meter meter;
    private final RoundMeter rounds;

    /** @param cloud whose looks show what is attached to nothing, too */
    public OrphanSweeper(
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            OpenIntents intents,
            DegradationSwitch degradation,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random,
            Meter meter) {
        this.cloud = cloud.at(Urgency.GIVE_BACK);
        this.node = node;
        this.book = book;
        this.intents = intents;
        this.degradation = degradation;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.random = random;
        this.meter = meter;
        this.rounds = new RoundMeter(Measurement.Loop.ORPHAN_SWEEPER, meter, tasks);
    }

    /** Goes on for ever. */
    public void run() {
        tasks.sleep(Duration.ofMillis(random.nextLong(FIRST_WITHIN.toMillis())));
        while (true) {
            rounds.measured(this::sweep);
            tasks.sleep(EVERY.plusMillis(random.nextLong(JITTER.toMillis())));
        }
    }

    private void sweep() {
        var suspects = orphans();
        if (!suspects.isEmpty()) {
            tasks.sleep(BETWEEN_TWO_LOOKS);
            orphans().stream().filter(suspects::contains).forEach(this::delete);
        }
    }

    /** None where the cloud does not say. */
    private List<EniId> orphans() {
        if (degradation.level() != Degradation.NONE
                || !(cloud.enisOf(node.facts().instance()) instanceof CloudOutcome.Done<List<Eni>>(var enis))) {
            return List.of();
        }
        var now = tasks.instant();
        return enis.stream()
                .filter(eni -> node.claim().isOrphan(eni, now) && !intents.concern(eni))
                .map(Eni::id)
                .filter(eni -> book.serving(eni).isEmpty())
                .toList();
    }

    private void delete(EniId eni) {
        switch (cloud.delete(eni)) {
            case CloudOutcome.Done<Nothing> _ -> {
                meter.measured(new Measurement.Swept(Measurement.Leak.ENI));
                chronicle.node(EventReason.DELETE_ENI_SUCCEED, eni + " was made for this node and attached to nothing");
            }
            // The next sweep looks again; that it is gone, or attached by now, is as it should be.
            case CloudOutcome<Nothing> failed -> chronicle.node(EventReason.DELETE_ENI_FAILED, failed.words());
        }
    }
}
