package io.github.terway4j.app.clients;

import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.CloudNetworkContract;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The adapter for ENIs keeps its promises through the whole wire, signatures and all. */
class AliyunCloudNetworkOverHttpContract implements CloudNetworkContract {
    private final CloudAtItsDoor door = new CloudAtItsDoor(3);
    private final CloudScene scene = door.scene();
    private final CloudNetwork cloud = new AliyunCloudNetwork(door.api(), Optional.empty());
    private final VSwitchId exhausted = vSwitch("10.3.0.0/29");
    private final VSwitchId ipv4 = vSwitch("10.4.0.0/27");

    AliyunCloudNetworkOverHttpContract() {
        // Of a block of eight, two are given out.
        var everyAddress = new EniOrder(exhausted, List.of(scene.securityGroup()), 2, 0, Map.of());
        scene.cloud().create(everyAddress, new ClientToken("every-address"));
    }

    private VSwitchId vSwitch(String block) {
        var zone = scene.instances().getFirst().zone();
        return scene.cloud().site().createVSwitch(scene.vpc(), zone, DualStack.v4(Cidr.parse(block)));
    }

    @AfterEach
    void close() {
        door.close();
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
        door.pass(length);
    }
}
