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
import io.github.terway4j.simulator.cloud.api.Instance;
import java.time.InstantSource;
import java.util.List;

/**
 * A cloud with one instance, and in its zone three vSwitches beside its own: of 12, of 252 and of 60 addresses.
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
                vSwitch("10.5.0.0/26", "2408:4005:300:5::/64"));
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
}
