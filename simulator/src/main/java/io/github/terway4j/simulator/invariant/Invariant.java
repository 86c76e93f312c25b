package io.github.terway4j.simulator.invariant;

import java.time.Instant;
import java.util.List;

/** Something that is so after every event. */
public interface Invariant {
    /** What it is called where it is violated: {@code no-address-twice}. */
    String name();

    /** The one sentence that it watches over. */
    String sentence();

    /** What is not so now that this has changed, a sentence for each; the picture shows the change already. */
    List<String> objections(Change change, Picture now);

    /** What is not so only because time has passed. Asked after every event, so it must cost next to nothing. */
    default List<String> objections(Instant now) {
        return List.of();
    }
}
