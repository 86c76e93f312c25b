package io.github.terway4j.domain.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to stay away from a cloud that complains of too many calls.
 *
 * <p>It complains to all nodes of an account, of which each knows nothing of the others and makes few calls of its own. If
 * all came back at once it would complain again; if each stayed away for long, nobody would use what the cloud allows. So
 * each comes back at a moment that chance draws from a while, and the while follows what the cloud says to this node: each
 * complaint doubles it, each call that the cloud takes halves it. Where half of all calls are refused, it stays as it is,
 * and the cloud is as busy as it may be.
 *
 * @param room the while from which the next moment is drawn
 * @param until no call is made before
 */
record Retreat(Duration room, Instant until) {
    /** Chosen: even a tenth of it is longer than a call takes, so that all that were under way have been answered. */
    private static final Duration LEAST = Duration.ofMillis(750);
    /** Chosen: so many nodes as there may be calls in so long can come back one after another. */
    private static final Duration MOST = Duration.ofSeconds(16);
    /** Of the room: whoever has just been refused does not come back at once. */
    private static final double AT_LEAST = 0.1;
    /** Chosen: what the cloud complained of so long ago says nothing of now. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    static final Retreat NONE = new Retreat(LEAST, Instant.MIN);

    /**
     * The cloud has complained. What it says of calls that were under way when it first did, it has said before.
     *
     * @param lot from 0 to 1, drawn by chance: the larger, the later
     */
    Retreat refused(Instant now, double lot) {
        if (isOn(now)) {
            return this;
        }
        var from = now.isAfter(since(until)) ? LEAST : room;
        var quiet = (AT_LEAST + (1 - AT_LEAST) * lot) * from.toNanos();
        return new Retreat(min(from.multipliedBy(2), MOST), now.plusNanos((long) quiet));
    }

    private static Instant since(Instant end) {
        return end.equals(Instant.MIN) ? end : end.plus(MEMORY);
    }

    /** The cloud has taken a call. */
    Retreat taken() {
        var half = room.dividedBy(2);
        return new Retreat(half.compareTo(LEAST) < 0 ? LEAST : half, until);
    }

    boolean isOn(Instant now) {
        return now.isBefore(until);
    }

    /** How long it lasts yet. A clock that was set back does not make it last longer than it could. */
    Duration left(Instant now) {
        return isOn(now) ? min(Duration.between(now, until), MOST) : Duration.ZERO;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
