package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cloud with one instance, and in its zone four vSwitches beside its own: of 12, of 252, of 60 and of 4,092 addresses.
 * A quarter of the second and of the last is set aside for prefixes.
 */
final class CloudScape {
    private final CloudScene scene;
    private final List<VSwitchId> vSwitches;
    private final List<SecurityGroupId> groups;

    CloudScape(InstantSource clock, String type) {
        scene = CloudScene.of(new SimulatedCloud(7, clock, EniTemper.CALM), type, 1);
        var site = scene.cloud().site();
        vSwitches = List.of(
                vSwitch("10.3.0.0/28", "2408:4005:300:3::/64"),
                vSwitch("10.4.0.0/24", "2408:4005:300:4::/64"),
                vSwitch("10.5.0.0/26", "2408:4005:300:5::/64"),
                vSwitch("10.6.0.0/20", "2408:4005:300:6::/64"));
        site.reserve(vSwitch(2), Cidr.parse("10.4.0.64/26"));
        site.reserve(vSwitch(2), Cidr.parse("2408:4005:300:4:100::/72"));
        site.reserve(vSwitch(4), Cidr.parse("10.6.4.0/22"));
        groups = List.of(site.createSecurityGroup(scene.vpc()), site.createSecurityGroup(scene.vpc()));
    }

    private VSwitchId vSwitch(String v4, String v6) {
        return scene.cloud()
                .site()
                .createVSwitch(scene.vpc(), instance().zone(), DualStack.both(Cidr.parse(v4), Cidr.parse(v6)));
    }

    SimulatedCloud cloud() {
        return scene.cloud();
    }

    CloudScene scene() {
        return scene;
    }

    Instance instance() {
        return scene.instances().getFirst();
    }

    /** Those beside the instance's own, from 1 on. */
    VSwitchId vSwitch(int number) {
        return vSwitches.get(number - 1);
    }

    SecurityGroupId group(int number) {
        return groups.get(number - 1);
    }

    List<CloudEni> enis() {
        InstanceId self = instance().id();
        return scene.cloud().describeEnis(List.of(new EniFilter.OfInstance(self)));
    }

    /** The text with ids for names. */
    String named(String json) {
        var named = json.replace("ZONE", instance().zone().text());
        for (int number = 1; number <= vSwitches.size(); number++) {
            named = named.replace("VSW-" + number, vSwitch(number).text());
        }
        for (int number = 1; number <= groups.size(); number++) {
            named = named.replace("SG-" + number, group(number).text());
        }
        return named;
    }

    /** An ENI of so many addresses that the instance has had for long. */
    void attach(Map<String, String> tags, int addresses) {
        cloud().site()
                .createEni(
                        new EniOrder(instance().vSwitch(), instance().securityGroups(), addresses, 0, tags),
                        Optional.of(instance().id()));
    }

    /** What stands for the id in a text; {@code own} for what is the instance's own. */
    String nameOf(String id) {
        for (int number = 1; number <= vSwitches.size(); number++) {
            if (vSwitch(number).text().equals(id)) {
                return "VSW-" + number;
            }
        }
        for (int number = 1; number <= groups.size(); number++) {
            if (group(number).text().equals(id)) {
                return "SG-" + number;
            }
        }
        return "own";
    }
}
