package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What an operator may want of the pool, drawn key by key: some of each kind, and all of them beside each other. */
final class Wishes {
    private final RandomGenerator chance;
    private final Map<String, Object> keys = new LinkedHashMap<>();

    private Wishes(RandomGenerator chance) {
        this.chance = chance;
    }

    /** By the names of the configuration's keys. */
    static Map<String, Object> draw(InstanceLimits type, RandomGenerator chance) {
        var wishes = new Wishes(chance);
        wishes.keys.put("version", "1");
        wishes.addresses(type);
        wishes.ready();
        wishes.reclaim();
        wishes.policies();
        return wishes.keys;
    }

    private void addresses(InstanceLimits type) {
        keys.put("ip_stack", Capacity.of(type).dualStackShared() && chance.nextBoolean() ? "dual" : "ipv4");
        if (oneIn(4)) {
            keys.put("max_eni", (long) chance.nextInt(2, 4));
        }
    }

    /** What stands ready. */
    private void ready() {
        switch (chance.nextInt(8)) {
            case 0 -> keys.put("warm_ip_target", (long) chance.nextInt(1, 6));
            case 1 -> keys.put("warm_eni_target", 1L);
            case 2 -> {
                keys.put("min_eni", 1L);
                keys.put("max_pool_size", 20L);
            }
            default -> {
                var min = chance.nextInt(4);
                keys.put("min_pool_size", (long) min);
                keys.put("max_pool_size", (long) min + chance.nextInt(5));
            }
        }
        if (oneIn(4)) {
            keys.put("minimum_ip_target", (long) chance.nextInt(2, 12));
        }
        if (oneIn(4)) {
            keys.put("ip_warm_up_size", (long) chance.nextInt(2, 12));
        }
    }

    private void reclaim() {
        if (oneIn(3)) {
            keys.put("idle_ip_reclaim_after", one("1m", "5m"));
            keys.put("idle_ip_reclaim_batch_size", (long) chance.nextInt(1, 4));
            keys.put("idle_ip_reclaim_interval", one("1m", "3m"));
            keys.put("idle_ip_reclaim_jitter_factor", one("0.1", "0.5"));
        }
    }

    private void policies() {
        keys.put("eni_selection_policy", one("most_ips", "least_ips"));
        keys.put("vswitch_selection_policy", one("ordered", "random", "most"));
        keys.put("ip_cooldown", one("5s", "30s", "60s"));
        keys.put("ip_pool_sync_period", one("60s", "120s", "5m"));
    }

    /** Blocks of addresses in the place of single ones. */
    static Map<String, Object> drawPrefixes(InstanceLimits type, Map<String, Object> drawn, RandomGenerator chance) {
        var wishes = new Wishes(chance);
        wishes.keys.putAll(drawn);
        if (wishes.oneIn(3) && type.ipv4PerEni() > 1) {
            wishes.keys.put("enable_ip_prefix", true);
            if (wishes.oneIn(3)) {
                wishes.keys.put("ipv4_prefix_count", (long) chance.nextInt(1, 3));
            }
        }
        return wishes.keys;
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    private String one(String... choices) {
        return List.of(choices).get(chance.nextInt(choices.length));
    }
}
