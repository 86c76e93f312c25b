package io.github.terway4j.simulator.fault;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can go wrong. The chances are chosen: often enough that faults meet each other, seldom enough that work gets done
 * between them.
 */
public enum FaultKind {
    /** The cloud asks the caller to slow down. */
    THROTTLED(0.02),
    /** The cloud refuses a call that would have been in order. */
    REFUSED(0.02),
    /** A request to the cloud never arrives. */
    LOST_BEFORE(0.01),
    /** A request takes effect, but its answer is lost. */
    LOST_AFTER(0.02),
    /** An answer is late, or the request takes effect when its caller has given up. */
    LATE(0.02),
    /** What was begun in the cloud comes to nothing or stops halfway. */
    HALF_DONE(0.25),
    /** The cloud describes ENIs, and what is free, as they were some seconds ago. */
    STALE(0.05),
    /** A vSwitch has no address left. */
    DRY(0.03),
    /** A node gets an ENI's device long after the cloud calls it attached. */
    DEVICE_LATE(0.03),
    /** Somebody else changes our ENIs in the cloud. */
    MEDDLING(0.02),
    /** The agent crashes inside a call to the outside, before it takes effect or after. */
    CRASH(0.000_5),
    /** News of pods comes again, does not come, or comes from an earlier time. */
    NEWS(0.05),
    /** A node's clock is set. */
    CLOCK(0.02),
    /** The API server cannot be reached. */
    API_AWAY(0.01),
    /** A sandbox ends, and nobody says DEL. */
    DEL_NEVER(0.02),
    /** DEL is said twice. */
    DEL_TWICE(0.05),
    /** The runtime stops waiting for an ADD and asks again. */
    ADD_AGAIN(0.03),
    /** A pod's sandbox dies and gets a successor before anybody says DEL. */
    SANDBOX_ANEW(0.03);

    private final double chance;

    FaultKind(double chance) {
        this.chance = chance;
    }

    double chance() {
        return chance;
    }

    /** As it is written in a command line: {@code lost-before}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The opposite of {@link #word}. */
    public static FaultKind of(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no fault '%s'; there are %s".formatted(word, words())));
    }

    private static String words() {
        return Stream.of(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
