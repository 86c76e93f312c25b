package io.github.terway4j.simulator.throttle;

import io.github.terway4j.simulator.quirk.CallRefusal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts calls as the cloud does: an account's users share what it may call an action in a region, and each user has
 * what all of its own calls may come to. A call that is turned away counts for nothing. Any thread may call.
 */
public final class Throttle {
    private record Api(String account, String region, String action) {}

    private record User(String account, String name) {}

    private final InstantSource clock;
    private final Map<Api, Bucket> ofApi = new LinkedHashMap<>();
    private final Map<User, Bucket> ofUser = new LinkedHashMap<>();
    private CallRates rates = CallRates.UNLIMITED;

    /** Lets everything pass, until it is told otherwise. */
    public Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on, and as though nobody had called yet. */
    public synchronized void allow(CallRates next) {
        rates = next;
        ofApi.clear();
        ofUser.clear();
    }

    /** Lets one call more pass, or tells why not. */
    public synchronized Optional<CallRefusal> turnedAway(Caller caller, String action) {
        var now = clock.instant();
        var apis = bucket(ofApi, new Api(caller.account(), caller.region(), action), rates.of(action));
        if (apis.isPresent() && !apis.get().hasOne(now)) {
            return Optional.of(CallRefusal.THROTTLING);
        }
        var users = bucket(ofUser, new User(caller.account(), caller.user()), rates.altogether());
        if (users.isPresent() && !users.get().hasOne(now)) {
            return Optional.of(CallRefusal.THROTTLING_USER);
        }
        apis.ifPresent(Bucket::takeOne);
        users.ifPresent(Bucket::takeOne);
        return Optional.empty();
    }

    /** Full where nobody has called yet; none where there is no limit. */
    private <K> Optional<Bucket> bucket(Map<K, Bucket> buckets, K key, OptionalInt rate) {
        return rate.isPresent()
                ? Optional.of(buckets.computeIfAbsent(key, _ -> new Bucket(rate.getAsInt(), clock.instant())))
                : Optional.empty();
    }
}
