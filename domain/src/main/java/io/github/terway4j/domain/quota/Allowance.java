package io.github.terway4j.domain.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls of one kind may be made now. Every moment adds a little to what is saved, at the pace of so many calls a
 * minute, up to one minute's worth; each call takes one.
 *
 * <p>When the cloud complains, the pace is halved, and of what was saved no more is left than a few calls. The pace never falls below a sixteenth of
 * what is allowed, nor below six a minute where as many are allowed. It grows back by a tenth of what is allowed every
 * minute: so ten minutes after the last complaint at the latest all is as it was.
 *
 * @param allowed calls a minute, when all is well
 * @param slowedTo the pace that the last complaint left
 * @param slowedAt when that was
 * @param saved a call counts {@link #CALL}, so that a nanosecond adds the pace and all sums are exact
 * @param asOf when the sum was drawn
 */
record Allowance(int allowed, int slowedTo, Instant slowedAt, long saved, Instant asOf) {
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final int LEAST_SHARE = 16;
    private static final int LEAST_PACE = 6;
    /** Chosen: what has begun can be brought to its end. */
    private static final int FEW = 4;

    /** Nanoseconds in a minute: at a pace of one call a minute, that long makes one call. */
    private static final long CALL = Duration.ofMinutes(1).toNanos();

    /** Long enough to fill any allowance at any pace; longer than that need not be reckoned with. */
    private static final Duration LONG = Duration.ofHours(1);

    static Allowance full(int allowed, Instant now) {
        if (allowed < 1) {
            throw new IllegalArgumentException("%d calls a minute are none".formatted(allowed));
        }
        return new Allowance(allowed, allowed, now, allowed * CALL, now);
    }

    /** The same, some time later. A clock that was set back adds nothing, and takes nothing. */
    Allowance at(Instant now) {
        var gained = pace() * between(asOf, now, LONG).toNanos();
        var later = new Allowance(allowed, slowedTo, slowedAt.isAfter(now) ? now : slowedAt, saved, now);
        return later.with(Math.min(later.pace() * CALL, saved + gained));
    }

    /** Calls a minute, at present. */
    int pace() {
        var grown = allowed * between(slowedAt, asOf, RECOVERY).toSeconds() / RECOVERY.toSeconds();
        return (int) Math.min(allowed, slowedTo + grown);
    }

    Allowance spent() {
        return with(saved - CALL);
    }

    /** @param quiet no call is made for so long: at its end a few are saved, or what was if that is less */
    Allowance throttled(Duration quiet) {
        var slower = Math.max(leastPace(), pace() / 2);
        // What will be saved meanwhile is owed, or else more than a few would be saved by then.
        var few = FEW * CALL - slower * quiet.toNanos();
        return new Allowance(allowed, slower, asOf, Math.min(saved, few), asOf);
    }

    /** How many calls a minute brings, or the time since the last complaint, if that is less. */
    int brought() {
        var minute = Duration.ofMinutes(1);
        return slowedTo < allowed
                ? (int) (pace() * between(slowedAt, asOf, minute).toNanos() / minute.toNanos())
                : pace();
    }

    /** How long until so many calls are saved, if none is made meanwhile; nothing, if they are. */
    Duration until(int calls) {
        var missing = Math.max(0, calls * CALL - saved);
        return Duration.ofNanos(Math.ceilDiv(missing, (long) pace()));
    }

    /** The time that adds one call. */
    Duration oneCall() {
        return Duration.ofNanos(Math.ceilDiv(CALL, (long) pace()));
    }

    private int leastPace() {
        return Math.min(allowed, Math.max(LEAST_PACE, allowed / LEAST_SHARE));
    }

    private Allowance with(long sum) {
        return new Allowance(allowed, slowedTo, slowedAt, sum, asOf);
    }

    private static Duration between(Instant from, Instant to, Duration most) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        return to.isAfter(from.plus(most)) ? most : Duration.between(from, to);
    }
}
