package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a simulation is played on, drawn from its seed.
 *
 * @param type of every node
 * @param configuration what an operator would write into {@code eni_conf}
 */
record Landscape(InstanceLimits type, Map<String, Object> configuration) {
    /** Small enough that limits are met, large enough that there is more than one ENI to choose from. */
    private static final int FEWEST_PODS = 6;

    private static final int MOST_PODS = 45;

    static Landscape draw(RandomGenerator chance) {
        var types = InstanceTypes.known().all().stream()
                .map(InstanceType::limits)
                .filter(type -> Capacity.of(type).sharedEnis() > 1)
                .filter(type -> Capacity.of(type).sharedPods() >= FEWEST_PODS
                        && Capacity.of(type).sharedPods() <= MOST_PODS)
                .toList();
        var type = one(types, chance);
        var min = chance.nextInt(4);
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("version", "1");
        configuration.put("ip_stack", Capacity.of(type).dualStackShared() && chance.nextBoolean() ? "dual" : "ipv4");
        configuration.put("min_pool_size", (long) min);
        configuration.put("max_pool_size", (long) min + chance.nextInt(5));
        configuration.put("eni_selection_policy", one(List.of("most_ips", "least_ips"), chance));
        configuration.put("ip_cooldown", one(List.of("5s", "30s", "60s"), chance));
        return new Landscape(type, configuration);
    }

    /** ENIs that the account may have: one for each node beyond what all of them can hold. */
    int accountQuota(int nodes) {
        return nodes * (Capacity.of(type).sharedEnis() + 1);
    }

    private static <T> T one(List<T> choices, RandomGenerator chance) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
