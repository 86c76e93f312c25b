package io.github.terway4j.simulator.throttle;

import io.github.terway4j.simulator.quirk.CallRefusal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Counts the calls of one account in one region. A call that is turned away counts for nothing. Any thread may call. */
public final class Throttle {
    private final InstantSource clock;
    private final Map<String, Bucket> ofAction = new TreeMap<>();
    private CallRates rates = CallRates.UNLIMITED;
    private Optional<Bucket> altogether = Optional.empty();

    /** Lets everything pass, until it is told otherwise. */
    public Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on, and as though nobody had called yet. */
    public synchronized void allow(CallRates next) {
        rates = next;
        ofAction.clear();
        altogether = bucket(next.altogether());
    }

    /** Lets one call more pass, or tells why not. */
    public synchronized Optional<CallRefusal> turnedAway(String action) {
        var now = clock.instant();
        var own = Optional.ofNullable(ofAction.get(action)).or(() -> bucket(rates.of(action)));
        own.ifPresent(bucket -> ofAction.put(action, bucket));
        if (own.isPresent() && !own.get().hasOne(now)) {
            return Optional.of(CallRefusal.THROTTLING);
        }
        if (altogether.isPresent() && !altogether.get().hasOne(now)) {
            return Optional.of(CallRefusal.THROTTLING_USER);
        }
        own.ifPresent(Bucket::takeOne);
        altogether.ifPresent(Bucket::takeOne);
        return Optional.empty();
    }

    private Optional<Bucket> bucket(OptionalInt rate) {
        return rate.isPresent() ? Optional.of(new Bucket(rate.getAsInt(), clock.instant())) : Optional.empty();
    }
}
