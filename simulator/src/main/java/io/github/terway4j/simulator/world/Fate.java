package io.github.terway4j.simulator.world;

import java.time.Duration;

/** What becomes of one call. Without anything else said it takes effect, and the answer arrives. */
public sealed interface Fate {
    record Arrives() implements Fate {}

    /** All is well, but the answer takes so much longer. */
    record Late(Duration more) implements Fate {}

    /** Never takes effect; the caller gives up after so long. */
    record LostOnTheWay(Duration patience) implements Fate {}

    /** Takes effect, but the answer is lost; the caller gives up after so long. */
    record AnswerLost(Duration patience) implements Fate {}

    /** The caller gives up after so long; so much later still, it takes effect. */
    record GivenUp(Duration patience, Duration andThen) implements Fate {}

    /** The caller's process crashes when it would have taken effect, and it does not. */
    record CrashBefore() implements Fate {}

    /** The caller's process crashes when it has taken effect. */
    record CrashAfter() implements Fate {}
}
