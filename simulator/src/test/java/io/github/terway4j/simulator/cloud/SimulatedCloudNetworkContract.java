package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.CloudNetworkContract;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class SimulatedCloudNetworkContract implements CloudNetworkContract {
    private final TestClock clock = new TestClock();
    private final CloudScene scene = CloudScene.of(new SimulatedCloud(7, clock, EniTemper.CALM), "ecs.g7.large", 3);
    private final CloudNetwork cloud = new SimulatedCloudNetwork(scene.cloud(), Passage.direct());
    private final VSwitchId exhausted = vSwitch("10.3.0.0/29");
    private final VSwitchId ipv4 = vSwitch("10.4.0.0/27");

    SimulatedCloudNetworkContract() {
        var everyAddress = new EniOrder(exhausted, securityGroups(), 2, 0, Map.of());
        scene.cloud().create(everyAddress, new ClientToken("every-address"));
    }

    @Override
    public CloudNetwork cloud() {
        return cloud;
    }

    @Override
    public InstanceId instance() {
        return scene.instances().get(0).id();
    }

    @Override
    public InstanceId neighbour() {
        return scene.instances().get(2).id();
    }

    @Override
    public InstanceId faraway() {
        return scene.instances().get(1).id();
    }

    @Override
    public InstanceLimits limits() {
        return scene.instances().getFirst().limits();
    }

    @Override
    public VSwitchId vSwitch() {
        return scene.vSwitches().getFirst();
    }

    @Override
    public VSwitchId exhaustedVSwitch() {
        return exhausted;
    }

    @Override
    public VSwitchId ipv4VSwitch() {
        return ipv4;
    }

    @Override
    public List<SecurityGroupId> securityGroups() {
        return List.of(scene.securityGroup());
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }

    private VSwitchId vSwitch(String block) {
        var zone = scene.instances().getFirst().zone();
        return scene.cloud().site().createVSwitch(scene.vpc(), zone, DualStack.v4(Cidr.parse(block)));
    }
}
