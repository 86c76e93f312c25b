package io.github.terway4j.simulator.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pod that has a member ENI of its own, as a VLAN of the node's trunk. */
final class TrunkCableTest {
    private static final InstanceLimits WITH_TRUNK = new InstanceLimits("test.trunk", 3, 5, 4, 4, true, 1);
    private static final LinkName ETH0 = new LinkName("eth0");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SimulatedCloud cloud = new SimulatedCloud(1, () -> now, EniTemper.CALM);
    private final CloudScene scene = CloudScene.of(cloud, WITH_TRUNK, 2);
    private final SimulatedMachine machine = new SimulatedMachine();
    private final Fabric fabric = new Fabric(machine.kernel(), machine.namespaces(), cloud, "test-");

    @Test
    void frames_of_a_member_run_on_its_trunks_wire_under_its_tag() {
        var first = scene.instances().getFirst();
        var node = fabric.addNode(first.id(), "node-1");
        var other = fabric.addNode(scene.instances().getLast().id(), "node-2");
        cloud.listen(fabric);
        var trunk = inUse(AttachOrder.to(first.id(), make(EniKind.TRUNK)));
        var member = inUse(AttachOrder.behind(trunk.id(), first.id(), make(EniKind.SECONDARY)));
        var pod = machine.namespaces().create("pod");
        var neighbour = ofPrimary(scene.instances().getLast().primaryEni());

        wire(pod, node, member, 2);
        assertInstanceOf(TrafficOutcome.Lost.class, machine.traffic().exchange(pod, other, neighbour, 1));

        machine.namespaces().delete(pod);
        pod = machine.namespaces().create("pod");
        wire(pod, node, member, 1);
        assertEquals(new TrafficOutcome.Arrived(), machine.traffic().exchange(pod, other, neighbour, 1));
        assertEquals(
                new TrafficOutcome.Arrived(),
                machine.traffic().exchange(other, pod, member.eni().primaryAddress(), 1));
    }

    private void wire(NetNs pod, NetNs node, CloudEni member, int tag) {
        var parent = new LinkName("eth1");
        var ip = member.eni().primaryAddress();
        var gateway = cloud.vSwitches().stream()
                .filter(vSwitch -> vSwitch.id().equals(member.eni().vSwitch()))
                .flatMap(vSwitch -> vSwitch.gateways().get(IpFamily.V4).stream())
                .findFirst()
                .orElseThrow();
        var plan = new DatapathPlan(List.of(
                new LinkUp(node, parent),
                new VlanLink(pod, ETH0, node, parent, new VlanId(tag), "terway4j:c0ffee/eth0"),
                new Address(pod, ETH0, InterfaceAddress.host(ip)),
                new LinkUp(pod, ETH0),
                new Route(
                        pod,
                        RouteTables.MAIN,
                        Cidr.parse("0.0.0.0/0"),
                        new NextHop.Via(gateway, ETH0),
                        Ownership.PROTOCOL)));
        assertEquals(new KernelOutcome.Applied(), machine.kernel().apply(plan.steps()));
    }

    private Ip ofPrimary(EniId eni) {
        return cloud.eni(eni).orElseThrow().eni().primaryAddress();
    }

    private EniId make(EniKind kind) {
        var order = EniOrder.in(scene.vSwitches().getFirst(), List.of(scene.securityGroup()))
                .ofKind(kind);
        if (cloud.create(order) instanceof Answer.Given<CloudEni>(var made)) {
            return made.id();
        }
        throw new AssertionError("the cloud makes no " + kind);
    }

    private CloudEni inUse(AttachOrder order) {
        assertInstanceOf(Answer.Given.class, cloud.attach(order));
        now = now.plus(Duration.ofMinutes(1));
        cloud.settle();
        return cloud.eni(order.eni()).orElseThrow();
    }
}
