package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.CloudNetworkContract;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import java.util.List;
import java.util.Map;

/** The contract's instances and vSwitches, in a simulated cloud. */
interface OnSimulatedCloud extends CloudNetworkContract {
    Landscape landscape();

    @Override
    default InstanceId instance() {
        return landscape().scene().instances().get(0).id();
    }

    @Override
    default InstanceId neighbour() {
        return landscape().scene().instances().get(2).id();
    }

    @Override
    default InstanceId faraway() {
        return landscape().scene().instances().get(1).id();
    }

    @Override
    default InstanceId trunking() {
        var scene = landscape().scene();
        return scene.cloud()
                .site()
                .launch("ecs.g7.xlarge", vSwitch(), List.of(scene.securityGroup()))
                .id();
    }

    @Override
    default InstanceLimits limits() {
        return landscape().scene().instances().getFirst().limits();
    }

    @Override
    default VSwitchId vSwitch() {
        return landscape().scene().vSwitches().getFirst();
    }

    @Override
    default VSwitchId exhaustedVSwitch() {
        return landscape().exhausted();
    }

    @Override
    default VSwitchId ipv4VSwitch() {
        return landscape().ipv4();
    }

    @Override
    default VSwitchId prefixVSwitch() {
        return landscape().prefixes();
    }

    @Override
    default List<SecurityGroupId> securityGroups() {
        return List.of(landscape().scene().securityGroup());
    }

    /** A scene with three vSwitches more. */
    record Landscape(CloudScene scene, VSwitchId exhausted, VSwitchId ipv4, VSwitchId prefixes) {
        static Landscape in(SimulatedCloud cloud) {
            var scene = CloudScene.of(cloud, "ecs.g7.large", 3);
            var exhausted = vSwitch(scene, "10.3.0.0/29");
            var everyAddress = new EniOrder(exhausted, List.of(scene.securityGroup()), 2, 0, Map.of());
            cloud.create(everyAddress, new ClientToken("every-address"));
            return new Landscape(scene, exhausted, vSwitch(scene, "10.4.0.0/27"), prefixVSwitch(scene));
        }

        private static VSwitchId prefixVSwitch(CloudScene scene) {
            var site = scene.cloud().site();
            var zone = scene.instances().getFirst().zone();
            var blocks = DualStack.both(Cidr.parse("10.6.0.0/24"), Cidr.parse("2408:4005:300:5::/64"));
            var vSwitch = site.createVSwitch(scene.vpc(), zone, blocks);
            site.reserve(vSwitch, Cidr.parse("10.6.0.64/27"));
            site.reserve(vSwitch, Cidr.parse("2408:4005:300:5:8000::/78"));
            return vSwitch;
        }

        /** One more vSwitch, in the first instance's zone. */
        VSwitchId vSwitch(String block) {
            return vSwitch(scene, block);
        }

        private static VSwitchId vSwitch(CloudScene scene, String block) {
            var zone = scene.instances().getFirst().zone();
            return scene.cloud().site().createVSwitch(scene.vpc(), zone, DualStack.v4(Cidr.parse(block)));
        }
    }
}
