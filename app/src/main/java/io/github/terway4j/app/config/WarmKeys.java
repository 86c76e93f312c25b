package io.github.terway4j.app.config;

import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.WarmEnis;
import io.github.terway4j.domain.pool.WarmPrefixes;
import io.github.terway4j.domain.pool.WarmTarget;
import io.github.terway4j.domain.pool.Watermarks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys by which the same stands ready at any time, pods or not, as AWS' plugin names them. Each is 0 where it is not
 * set, and at most one is: they and the watermarks would say different things of the same addresses.
 *
 * @param addresses idle ones
 * @param prefixes of which no pod has an address
 * @param enis so many ENIs' worth of idle addresses
 */
record WarmKeys(int addresses, int prefixes, int enis) {
    private static final List<String> WARM = List.of("warm_ip_target", "warm_prefix_target", "warm_eni_target");
    private static final List<String> MARKS = List.of("min_eni", "min_pool_size", "max_pool_size");

    static WarmKeys read(KeyReader keys) {
        var warm = values(keys, WARM);
        var marks = values(keys, MARKS);
        if (warm.size() > 1 || (warm.size() == 1 && !marks.isEmpty())) {
            warm.putAll(marks);
            var told = warm.entrySet().stream()
                    .map(set -> set.getKey() + " is " + set.getValue())
                    .collect(Collectors.joining(" and "));
            keys.refuse("%s: what stands ready is said by one of %s, or by the watermarks %s, not by several"
                    .formatted(told, String.join(", ", WARM), String.join(", ", MARKS)));
        }
        return new WarmKeys(
                warm.getOrDefault(WARM.get(0), 0),
                warm.getOrDefault(WARM.get(1), 0),
                warm.getOrDefault(WARM.get(2), 0));
    }

    /** Those that say something; 0 is how Go writes what is not set. */
    private static Map<String, Integer> values(KeyReader keys, List<String> names) {
        var set = new LinkedHashMap<String, Integer>();
        for (var name : names) {
            keys.find(name, Shapes.wholeNumber(0)).filter(value -> value > 0).ifPresent(value -> set.put(name, value));
        }
        return set;
    }

    /** What they ask of a node, if they ask anything. */
    Optional<WarmTarget> target(PoolLimits limits, Prefixes wanted) {
        if (addresses > 0) {
            var idle = Math.min(addresses, limits.capacity());
            return Optional.of(new Watermarks(idle, idle));
        }
        if (prefixes > 0 && wanted.enabled()) {
            return Optional.of(new WarmPrefixes(prefixes));
        }
        return enis > 0 ? Optional.of(new WarmEnis(enis)) : Optional.empty();
    }
}
