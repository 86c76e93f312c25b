package io.github.terway4j.simulator.throttle;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How many calls a minute the cloud bears. It publishes no numbers: they differ from account to account.
 *
 * @param ofAction from an account in a region, by the API's name of the action
 * @param ofOthers the same, of each action that has no number of its own
 * @param altogether from one user, of all actions together
 */
public record CallRates(Map<String, Integer> ofAction, OptionalInt ofOthers, OptionalInt altogether) {
    /** As often as one likes. */
    public static final CallRates UNLIMITED = new CallRates(Map.of(), OptionalInt.empty(), OptionalInt.empty());

    public CallRates {
        ofAction = Collections.unmodifiableMap(new TreeMap<>(ofAction));
        if (ofAction.values().stream().anyMatch(rate -> rate < 1)
                || ofOthers.orElse(1) < 1
                || altogether.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "a rate is 1 call a minute or more, not %s, %s, %s".formatted(ofAction, ofOthers, altogether));
        }
    }

    /** The rates to which Terway keeps when nobody tells it others: what a usual account can bear. */
    public static CallRates usual() {
        var rates = new TreeMap<String, Integer>();
        for (var api : CloudApi.values()) {
            rates.put(api.action(), api.perMinute());
        }
        return new CallRates(rates, OptionalInt.of(500), OptionalInt.empty());
    }

    OptionalInt of(String action) {
        var own = ofAction.get(action);
        return own == null ? ofOthers : OptionalInt.of(own);
    }
}
