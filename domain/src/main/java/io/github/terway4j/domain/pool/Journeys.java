package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.fault.Wait;
import io.github.terway4j.domain.fault.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * ENIs on their way in or out, and since when. The longer one is under way, the less often it is worth a look. The cloud is
 * known to let a detachment or a deletion lie until it is asked for once more: where a device is not let go, or for no
 * reason that anybody sees. A value: what is seen makes another one.
 */
public record Journeys(Map<EniId, Leg> legs) {
    /** None is on its way. */
    public static final Journeys NONE = new Journeys(Map.of());
    /** After so long, nobody counts on what has not come; Terway gives up an attachment then. */
    public static final Duration STUCK = Duration.ofMinutes(2);
    /** Chosen: asking once more begins long beyond the some seconds that either takes. */
    private static final Backoff ASKING = new Backoff(Duration.ofSeconds(30), 2, Duration.ofMinutes(10));

    public Journeys {
        legs = Collections.unmodifiableMap(new TreeMap<>(legs));
    }

    /** Where on its way an ENI is. */
    public enum Stage {
        ATTACHING("is still being attached", Wait.ENI_STATUS),
        /** Behind the trunk, where no device will tell. */
        JOINING("is still being attached behind the trunk", Wait.MEMBER_ENI_STATUS),
        /** In use, says the cloud, but there is no device of its address. */
        DEVICE("is attached, but its device has not shown up", Wait.ENI_STATUS),
        DETACHING("is still being detached", Wait.ENI_STATUS),
        DELETING("is still being deleted", Wait.ENI_DELETE_CONFIRM);

        private final String words;
        private final Wait wait;

        Stage(String words, Wait wait) {
            this.words = words;
            this.wait = wait;
        }

        boolean in() {
            return this == ATTACHING || this == JOINING || this == DEVICE;
        }
    }

    /**
     * One ENI at one stage.
     *
     * @param since when it was first seen there
     * @param asked when it was last asked for once more
     * @param times how often that was
     */
    public record Leg(EniId eni, Stage stage, Instant since, Instant asked, int times) {
        private boolean isDue(Instant now) {
            return switch (stage) {
                case ATTACHING, JOINING -> false;
                // Attached anew, it may show up.
                case DEVICE -> since.plus(ASKING.most()).isBefore(now) && isTime(now);
                case DETACHING, DELETING -> isTime(now);
            };
        }

        private boolean isTime(Instant now) {
            return asked.plus(ASKING.after(times + 1)).isBefore(now);
        }

        private boolean isStuck(Instant now) {
            return !now.isBefore(since.plus(STUCK));
        }

        private PoolAction call() {
            return switch (stage) {
                case ATTACHING, JOINING -> new PoolAction.AttachEni(eni);
                case DEVICE, DETACHING -> new PoolAction.DetachEni(eni);
                case DELETING -> new PoolAction.DeleteEni(eni);
            };
        }

        /** What an event says of it when it takes too long. */
        public String words() {
            return "%s %s after %d seconds".formatted(eni, stage.words, STUCK.toSeconds());
        }
    }

    /** What is so now. */
    public Journeys seen(List<Eni> enis, Collection<EniId> deviceless, Instant now) {
        var next = new TreeMap<EniId, Leg>();
        for (var eni : enis) {
            stage(eni, deviceless)
                    .ifPresent(stage -> next.put(
                            eni.id(),
                            Optional.ofNullable(legs.get(eni.id()))
                                    .filter(leg -> leg.stage() == stage)
                                    .orElseGet(() -> new Leg(eni.id(), stage, now, now, 0))));
        }
        return new Journeys(next);
    }

    private static Optional<Stage> stage(Eni eni, Collection<EniId> deviceless) {
        return switch (eni.status()) {
            case AVAILABLE, STRANGE -> Optional.empty();
            case ATTACHING -> Optional.of(eni.isMember() ? Stage.JOINING : Stage.ATTACHING);
            case IN_USE -> deviceless.contains(eni.id()) ? Optional.of(Stage.DEVICE) : Optional.empty();
            case DETACHING -> Optional.of(Stage.DETACHING);
            case DELETING -> Optional.of(Stage.DELETING);
        };
    }

    /** What to ask for once more: whatever has been on the same way for too long, or was asked for that long ago. */
    public List<PoolAction> renewals(Instant now) {
        return legs.values().stream()
                .filter(leg -> leg.isDue(now))
                .map(Leg::call)
                .toList();
    }

    /** The same, when {@link #renewals} have been asked for. */
    public Journeys renewed(Instant now) {
        var next = new TreeMap<EniId, Leg>();
        legs.forEach((eni, leg) ->
                next.put(eni, leg.isDue(now) ? new Leg(eni, leg.stage(), leg.since(), now, leg.times() + 1) : leg));
        return new Journeys(next);
    }

    /** Those that should long have come or gone. */
    public List<Leg> stuck(Instant now) {
        return legs.values().stream().filter(leg -> leg.isStuck(now)).toList();
    }

    /** Whether it is on its way in, and nobody should count on it any more. */
    public boolean isLost(EniId eni, Instant now) {
        return Optional.ofNullable(legs.get(eni))
                .filter(leg -> leg.stage().in() && leg.isStuck(now))
                .isPresent();
    }

    /** When it is worth a look whether one has gone on; empty when none is on its way. */
    public Optional<Duration> untilNextLook(Waits waits, Duration longest, Instant now) {
        return legs.values().stream()
                .map(leg -> waits.of(leg.stage().wait).untilNext(age(leg, now), longest))
                .min(Comparator.naturalOrder());
    }

    /** A clock may be set back. */
    private static Duration age(Leg leg, Instant now) {
        return now.isBefore(leg.since()) ? Duration.ZERO : Duration.between(leg.since(), now);
    }
}
