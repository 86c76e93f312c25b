package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.Quirks;
import io.github.terway4j.simulator.world.Spread;
import java.time.Instant;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What has begun with ENIs and is not yet over. How it will end, and when, is drawn when it begins. */
final class EniLifecycle {
    enum Ending {
        ATTACHED,
        ATTACHING_FAILED,
        DETACHED,
        DELETED
    }

    /** Hears how it ended, and when. */
    @FunctionalInterface
    interface End {
        void reached(EniId eni, Ending ending, Instant at);
    }

    private final TreeMap<EniId, Agenda.Entry> changing = new TreeMap<>();
    private final Agenda agenda;
    private final RandomGenerator chance;
    private final Quirks quirks;
    private final End end;
    private EniTemper temper;

    EniLifecycle(Agenda agenda, EniTemper temper, Quirks quirks, RandomGenerator chance, End end) {
        this.agenda = agenda;
        this.temper = temper;
        this.quirks = quirks;
        this.chance = chance;
        this.end = end;
    }

    /** For all that begins from now on. */
    void temper(EniTemper next) {
        temper = next;
    }

    void beginAttaching(EniId eni, Instant now) {
        var fails = quirks.strikes(Quirk.AttachmentFails.class);
        begin(
                eni,
                fails ? Ending.ATTACHING_FAILED : Ending.ATTACHED,
                now.plus(temper.attaching().draw(chance)));
    }

    /** Asked again while it goes on, nothing new begins; if it had come to a stop, it does. */
    void beginDetaching(EniId eni, Instant now) {
        beginUnless(Quirk.DetachmentHangs.class, eni, Ending.DETACHED, now, temper.detaching());
    }

    /** Asked again while it goes on, nothing new begins; if it had come to a stop, it does. */
    void beginDeleting(EniId eni, Instant now) {
        beginUnless(Quirk.DeletionHangs.class, eni, Ending.DELETED, now, temper.deleting());
    }

    /** Whatever has begun with it does not end any more. */
    void cancel(EniId eni) {
        var entry = changing.remove(eni);
        if (entry != null) {
            agenda.strikeOff(entry);
        }
    }

    private void beginUnless(Class<? extends Quirk> hangs, EniId eni, Ending ending, Instant now, Spread length) {
        if (!changing.containsKey(eni) && !quirks.strikes(hangs)) {
            begin(eni, ending, now.plus(length.draw(chance)));
        }
    }

    private void begin(EniId eni, Ending ending, Instant at) {
        if (changing.containsKey(eni)) {
            throw new IllegalStateException("%s is changing already and cannot be %s, too".formatted(eni, ending));
        }
        changing.put(eni, agenda.at(at, then -> {
            changing.remove(eni);
            end.reached(eni, ending, then);
        }));
    }
}
