package io.github.terway4j.domain.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How many calls to the cloud may still be made, of each {@link CloudApi} by itself, and who is next to make one.
 *
 * <p>Of those who wait for the same API the most urgent goes first, and of equals who came first: a waiting pod is never
 * behind warm-up, nor warm-up behind giving back. So that a pod that comes next finds something left, warm-up leaves a
 * tenth of a minute's calls untouched and giving back a fifth; where the cloud has complained within that minute, a tenth
 * or a fifth of what has come since. What is saved grows beyond that unless more urgent calls spend it: only they can keep
 * the others waiting for ever.
 *
 * <p>How much is saved, and what becomes of it when the cloud complains, is told by {@link Allowance}; how long no call
 * is made then, by {@link Retreat}.
 */
public final class CallBudget {
    private final Map<CloudApi, Line> lines = new EnumMap<>(CloudApi.class);
    /** From calls of whatever kind. */
    private Retreat retreat = Retreat.NONE;

    private long places;

    /** @param perMinute for those APIs that are not to have their usual number of calls */
    public CallBudget(Map<CloudApi, Integer> perMinute, Instant now) {
        for (var api : CloudApi.values()) {
            lines.put(api, new Line(Allowance.full(perMinute.getOrDefault(api, api.perMinute()), now)));
        }
    }

    /** A place among those who wait to call the same API. Whoever has it asks, waits as told and asks again. */
    public record Place(CloudApi api, Urgency urgency, long number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return urgency == other.urgency ? Long.compare(number, other.number) : urgency.compareTo(other.urgency);
        }
    }

    /** Who waits for one API, and for what. */
    private static final class Line {
        private final TreeSet<Place> queue = new TreeSet<>();
        private Allowance allowance;
        /** From calls of this kind. */
        private Retreat retreat = Retreat.NONE;

        Line(Allowance allowance) {
            this.allowance = allowance;
        }

        Allowance at(Instant now) {
            allowance = allowance.at(now);
            return allowance;
        }

        void throttled(Instant now, Duration quiet) {
            allowance = at(now).throttled(quiet);
        }
    }

    public Place join(CloudApi api, Urgency urgency) {
        var place = new Place(api, urgency, places++);
        line(api).queue.add(place);
        return place;
    }

    /** Gives up a place, if it is still held. */
    public void leave(Place place) {
        line(place.api()).queue.remove(place);
    }

    /** Nothing, if it is this one's turn: then the call is spent and the place given up. Else how long to wait. */
    public Optional<Duration> ask(Place place, Instant now) {
        var line = line(place.api());
        var allowance = line.at(now);
        var ahead = line.queue.headSet(place).size();
        var wait = longer(
                allowance.until(ahead + 1 + leftBy(place.urgency(), allowance)),
                longer(line.retreat.left(now), retreat.left(now)));
        if (ahead == 0 && wait.isZero()) {
            line.allowance = allowance.spent();
            line.queue.remove(place);
            return Optional.empty();
        }
        // There may be enough for all, while those ahead have yet to wake.
        return Optional.of(wait.isZero() ? allowance.oneCall() : wait);
    }

    /**
     * The cloud has complained of too many such calls. Returns how long none will be made.
     *
     * @param lot from 0 to 1, drawn by chance: the larger, the later
     */
    public Duration throttled(CloudApi api, Instant now, double lot) {
        var line = line(api);
        if (!line.retreat.isOn(now)) {
            line.retreat = line.retreat.refused(now, lot);
            line.throttled(now, line.retreat.left(now));
        }
        return longer(line.retreat.left(now), line.allowance.until(1));
    }

    /** The cloud has complained of too many calls of whatever kind. Returns how long none will be made. */
    public Duration throttledAltogether(Instant now, double lot) {
        if (!retreat.isOn(now)) {
            retreat = retreat.refused(now, lot);
            lines.values().forEach(line -> line.throttled(now, retreat.left(now)));
        }
        return retreat.left(now);
    }

    /** The cloud has taken such a call. */
    public void taken(CloudApi api) {
        var line = line(api);
        line.retreat = line.retreat.taken();
        retreat = retreat.taken();
    }

    /** Calls a minute, at present. */
    public int pace(CloudApi api, Instant now) {
        return line(api).at(now).pace();
    }

    private static int leftBy(Urgency urgency, Allowance allowance) {
        return switch (urgency) {
            case WAITING_POD -> 0;
            case WARM_UP -> allowance.brought() / 10;
            case GIVE_BACK -> allowance.brought() / 5;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Line line(CloudApi api) {
        return Optional.ofNullable(lines.get(api)).orElseThrow();
    }
}
