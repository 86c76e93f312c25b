package io.github.terway4j.ports;

import java.time.Duration;

/** What a {@link SaneCaller} must know of the cloud that it asks. */
public interface Patience {
    /**
     * Whether this cloud does what it promises at the first time of asking. If not, it does in the end, for a {@link
     * SaneCaller}: no answer, no refusal and no picture is the last one until there was time for another.
     */
    default boolean calm() {
        return true;
    }

    /** Lets so much time pass for the cloud. */
    void passTime(Duration length);
}
