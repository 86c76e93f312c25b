package io.github.terway4j.simulator.invariant;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Hears of every change and, when the event that brought it is over, lets every invariant look at it. */
public final class Watch {
    private final InstantSource clock;
    private final Picture picture;
    private final List<Invariant> invariants;
    private final List<Change> unseen = new ArrayList<>();

    public Watch(InstantSource clock, Picture picture, List<Invariant> invariants) {
        this.clock = clock;
        this.picture = picture;
        this.invariants = List.copyOf(invariants);
    }

    public void hear(Change change) {
        unseen.add(change);
    }

    /**
     * An event is over.
     *
     * @throws Violated by the first invariant that objects
     */
    public void look() {
        var now = clock.instant();
        for (var change : unseen) {
            picture.apply(change, now);
        }
        for (var invariant : invariants) {
            for (var change : unseen) {
                object(invariant, invariant.objections(change, picture));
            }
            object(invariant, invariant.objections(now));
        }
        unseen.clear();
    }

    private static void object(Invariant invariant, List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Violated(invariant.name(), String.join("; ", objections));
        }
    }
}
