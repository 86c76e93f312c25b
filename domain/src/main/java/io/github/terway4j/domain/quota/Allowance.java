package io.github.terway4j.domain.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls of one kind may be made now. Every moment adds a little to what is saved, at the pace of so many calls a
 * minute, up to one minute's worth; each call takes one.
 *
 * <p>When the cloud complains, the pace is halved, what was saved is lost, and no call follows for a second and a while
 * that chance decides: the cloud complains to all nodes of an account at once, and if all came back at once, it would
 * again. The while is as long as two seconds after one complaint, and twice as long after each further one. Complaints
 * within the second are about calls that were under way, and count as the same. The pace never falls below a sixteenth
 * of what is allowed, nor below six a minute where as many are allowed. It grows back by a tenth of what is allowed every
 * minute: so ten minutes after the last complaint at the latest all is as it was.
 *
 * @param allowed calls a minute, when all is well
 * @param slowedTo the pace that the last complaint left
 * @param slowedAt when that was
 * @param saved a call counts {@link #CALL}, so that a nanosecond adds the pace and all sums are exact
 * @param asOf when the sum was drawn
 */
record Allowance(int allowed, int slowedTo, Instant slowedAt, long saved, Instant asOf) {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final int LEAST_SHARE = 16;
    private static final int LEAST_PACE = 6;

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

    /** @param lot from 0 to 1, drawn by chance: how much of the while that may be waited is waited */
    Allowance throttled(double lot) {
        if (slowedTo < allowed && asOf.isBefore(slowedAt.plus(QUIET))) {
            return this;
        }
        var slower = Math.max(leastPace(), pace() / 2);
        var quiet = QUIET.toNanos() + (long) (lot * QUIET.toNanos() * allowed / slower);
        // What will be saved meanwhile is owed, less the call that may follow it.
        var owed = Math.min(0, CALL - slower * quiet);
        return new Allowance(allowed, slower, asOf, owed, asOf);
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
