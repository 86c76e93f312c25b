package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.CloudScene;
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
 * @param configuration what an operator would write into {@code eni_conf}, but for the vSwitches
 * @param narrow whether each zone has a second vSwitch, of a dozen addresses, that comes first
 */
record Landscape(InstanceLimits type, Map<String, Object> configuration, boolean narrow) {
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
        var type = types.get(chance.nextInt(types.size()));
        var wishes = Wishes.draw(type, chance);
        var narrow = chance.nextInt(3) == 0;
        return new Landscape(type, Wishes.drawPrefixes(type, wishes, chance), narrow);
    }

    /** The configuration for this cloud; a narrow one gets its vSwitches now, and prefixes what they are cut from. */
    Map<String, Object> configuration(CloudScene scene) {
        if (configuration.containsKey("enable_ip_prefix")) {
            // Eight blocks in each: now and then there is none.
            for (int i = 0; i < CloudScene.ZONES.size(); i++) {
                scene.cloud().site().reserve(scene.vSwitches().get(i), Cidr.parse("10.%d.8.0/25".formatted(i + 1)));
            }
        }
        if (!narrow) {
            return configuration;
        }
        var vSwitches = new LinkedHashMap<String, Object>();
        for (int i = 0; i < CloudScene.ZONES.size(); i++) {
            var dozen = dozen(scene, CloudScene.ZONES.get(i), i + 1);
            vSwitches.put(
                    CloudScene.ZONES.get(i).toString(),
                    List.of(dozen.toString(), scene.vSwitches().get(i).toString()));
        }
        var all = new LinkedHashMap<>(configuration);
        all.put("vswitches", vSwitches);
        return all;
    }

    private static VSwitchId dozen(CloudScene scene, Zone zone, int number) {
        return scene.cloud()
                .site()
                .createVSwitch(
                        scene.vpc(),
                        zone,
                        DualStack.both(
                                Cidr.parse("10.3.%d.0/28".formatted(number)),
                                Cidr.parse("2408:4005:300:3%d::/64".formatted(number))));
    }

    /** ENIs that the account may have: one for each node beyond what all of them can hold. */
    int accountQuota(int nodes) {
        return nodes * (Capacity.of(type).sharedEnis() + 1);
    }
}
