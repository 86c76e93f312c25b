package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** What has begun with ENIs and is not yet over. How it will end, and when, is drawn when it begins. */
final class EniLifecycle {
    enum Ending {
        ATTACHED,
        ATTACHING_FAILED,
        DETACHED,
        DELETED
    }

    private final TreeMap<EniId, Agenda.Entry> changing = new TreeMap<>();
    private final Agenda agenda;
    private final RandomGenerator chance;
    private final BiConsumer<EniId, Ending> end;
    private EniTemper temper;

    EniLifecycle(Agenda agenda, EniTemper temper, RandomGenerator chance, BiConsumer<EniId, Ending> end) {
        this.agenda = agenda;
        this.temper = temper;
        this.chance = chance;
        this.end = end;
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

    /** Whatever has begun with it does not end any more. */
    void cancel(EniId eni) {
        var entry = changing.remove(eni);
        if (entry != null) {
            agenda.strikeOff(entry);
        }
    }

    private void beginUnlessHanging(EniId eni, Ending ending, double hangs, Instant now, Duration length) {
        var stopped = strikes(hangs);
        if (!stopped && !changing.containsKey(eni)) {
            begin(eni, ending, now.plus(length));
        }
    }

    private void begin(EniId eni, Ending ending, Instant at) {
        if (changing.containsKey(eni)) {
            throw new IllegalStateException("%s is changing already and cannot be %s, too".formatted(eni, ending));
        }
        changing.put(eni, agenda.at(at, _ -> {
            changing.remove(eni);
            end.accept(eni, ending);
        }));
    }

    private boolean strikes(double probability) {
        return chance.nextDouble() < probability;
    }
}
