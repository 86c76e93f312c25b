package io.github.terway4j.app.config;

import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.pool.IdleReclaim;
import io.github.terway4j.domain.pool.Watermarks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys that say how many addresses stand ready. */
final class PoolKeys {
    private PoolKeys() {}

    static PoolConfig read(KeyReader keys) {
        var minEnis = keys.read("min_eni", Shapes.wholeNumber(0), 0);
        if (minEnis > 0 && keys.has("min_pool_size")) {
            keys.warn("min_pool_size has no effect, since min_eni says how many addresses stand ready");
        }
        var warm = WarmKeys.read(keys);
        return new PoolConfig(
                marks(keys),
                minEnis,
                warm,
                keys.read("minimum_ip_target", Shapes.wholeNumber(0), 0),
                keys.read("ip_warm_up_size", Shapes.wholeNumber(0), 0),
                reclaim(keys),
                keys.read("ip_pool_sync_period", Shapes.durationAboveZero(), Duration.ofSeconds(120)),
                new Cooldown(keys.read("ip_cooldown", Shapes.duration(), Duration.ofSeconds(30))),
                keys.read("eni_selection_policy", Shapes.choice(selections()), EniSelection.MOST_IPS),
                members(keys),
                keys.read("degradation", Shapes.choice(levels()), Degradation.NONE));
    }

    /** Without them a member is made when a pod asks for one, and given back after it, as with Terway. */
    private static Watermarks members(KeyReader keys) {
        int min = keys.read("member_min_pool_size", Shapes.wholeNumber(0), 0);
        int max = keys.read("member_max_pool_size", Shapes.wholeNumber(0), 0);
        return keys.together(
                () -> new Watermarks(min, max), new Watermarks(0, 0), "member_min_pool_size", "member_max_pool_size");
    }

    private static Watermarks marks(KeyReader keys) {
        int min = keys.read("min_pool_size", Shapes.wholeNumber(0), 0);
        int max = keys.read("max_pool_size", Shapes.wholeNumber(0), 0);
        return keys.together(() -> new Watermarks(min, max), new Watermarks(0, 0), "min_pool_size", "max_pool_size");
    }

    private static IdleReclaim reclaim(KeyReader keys) {
        var quiet = keys.find("idle_ip_reclaim_after", Shapes.duration());
        var batch = keys.read("idle_ip_reclaim_batch_size", Shapes.wholeNumber(0), 5);
        var interval = keys.read("idle_ip_reclaim_interval", Shapes.durationAboveZero(), Duration.ofMinutes(10));
        var jitter = keys.read("idle_ip_reclaim_jitter_factor", Shapes.numberInText(), 0.1);
        if (quiet.isEmpty() && keys.has("idle_ip_reclaim_batch_size", "idle_ip_reclaim_interval")) {
            keys.warn("idle_ip_reclaim_after is not set, so that idle addresses are never reclaimed");
        }
        // A batch of 0 is how Go writes one that is not set.
        return quiet.<IdleReclaim>map(length -> new IdleReclaim.After(length, batch == 0 ? 5 : batch, interval, jitter))
                .orElseGet(IdleReclaim.Off::new);
    }

    private static Map<String, EniSelection> selections() {
        var selections = new LinkedHashMap<String, EniSelection>();
        selections.put("most_ips", EniSelection.MOST_IPS);
        selections.put("least_ips", EniSelection.LEAST_IPS);
        return selections;
    }

    private static Map<String, Degradation> levels() {
        var levels = new LinkedHashMap<String, Degradation>();
        levels.put("l0", Degradation.L0);
        levels.put("l1", Degradation.L1);
        return levels;
    }
}
