package io.github.terway4j.adapters.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which events were sent, so that the same is counted and not told again, and so that nobody who fails every second fills the
 * cluster with it: of one object, twenty-five at once and then one in five minutes, as Kubernetes' own components do
 * (client-go, EventSourceObjectSpamFilter). For one thread.
 */
final class EventMemory {
    private static final int REMEMBERED = 1_000;
    private static final int AT_ONCE = 25;
    private static final Duration ONE_MORE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Map<Telling, Sent> sent = new LinkedHashMap<>();
    private final Map<String, Budget> budgets = new LinkedHashMap<>();

    /** What an event says of whom. */
    record Telling(String object, String reason, String message) {}

    /** The event as it stands in the cluster. */
    record Sent(String name, int count, Instant last) {}

    private record Budget(double left, Instant at) {}

    /** Whether the object may be told of once more. */
    boolean admits(String object, Instant now) {
        var before = Optional.ofNullable(budgets.remove(object)).orElseGet(() -> new Budget(AT_ONCE, now));
        var grown = Math.max(0, Duration.between(before.at(), now).toMillis()) / (double) ONE_MORE.toMillis();
        var left = Math.min(AT_ONCE, before.left() + grown);
        put(budgets, object, new Budget(left >= 1 ? left - 1 : left, now));
        return left >= 1;
    }

    Optional<Sent> find(Telling telling, Instant now) {
        return Optional.ofNullable(sent.get(telling))
                .filter(before -> Duration.between(before.last(), now).compareTo(FORGOTTEN) < 0);
    }

    void keep(Telling telling, Sent event) {
        sent.remove(telling);
        put(sent, telling, event);
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        map.put(key, value);
        if (map.size() > REMEMBERED) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
