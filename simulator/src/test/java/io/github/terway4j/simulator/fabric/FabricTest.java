package io.github.terway4j.simulator.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloudNetwork;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.kernel.DropReason;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.kernel.WalkEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FabricTest {
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final SimulatedMachine machine = new SimulatedMachine();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CloudScene scene = CloudScene.small(1, 2, () -> now);
    private final SimulatedCloudNetwork cloud = new SimulatedCloudNetwork(scene.cloud(), Passage.direct());
    private final Fabric fabric = new Fabric(machine.kernel(), machine.namespaces(), scene.cloud(), "test-");
    private final Instance first = scene.instances().getFirst();
    private final Instance second = scene.instances().getLast();
    private NetNs here = new NetNs("none");
    private NetNs there = new NetNs("none");

    @BeforeEach
    void lay() {
        here = fabric.addNode(first.id(), "node-1");
        there = fabric.addNode(second.id(), "node-2");
        scene.cloud().listen(fabric);
    }

    private Ip address(Instance instance, IpFamily family) {
        return scene.cloud()
                .eni(instance.primaryEni())
                .orElseThrow()
                .eni()
                .addresses(family)
                .getFirst();
    }

    private KernelState seen(NetNs ns) {
        return assertInstanceOf(Observation.Seen.class, machine.kernel().observe(ns, List.of()))
                .state();
    }

    private Eni attachedEni() {
        var wanted = new NewEni(first.id(), first.vSwitch(), List.of(scene.securityGroup()), 2, 0, Map.of());
        var eni = done(cloud.create(wanted, new ClientToken("one")));
        done(cloud.attach(eni.id(), first.id()));
        pass();
        return eni;
    }

    private void pass() {
        now = now.plus(LONG_ENOUGH);
        scene.cloud().settle();
    }

    private static <T> T done(CloudOutcome<T> outcome) {
        if (outcome instanceof CloudOutcome.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError(outcome.words());
    }

    @Test
    void nodes_reach_each_other_over_the_vpc_in_both_families() {
        for (var family : IpFamily.values()) {
            assertEquals(
                    new TrafficOutcome.Arrived(), machine.traffic().exchange(here, there, address(second, family), 1));
        }
    }

    @Test
    void an_eni_that_the_cloud_attaches_is_a_device_with_its_mac() {
        var eni = attachedEni();
        assertEquals("eth1", seen(here).link(eni.mac()).orElseThrow().name().text());
    }

    @Test
    void an_eni_that_leaves_takes_its_device_and_its_routes_along() {
        var eni = attachedEni();
        done(cloud.detach(eni.id(), first.id()));
        pass();
        assertTrue(seen(here).link(eni.mac()).isEmpty());
        assertTrue(seen(fabric.vpc()).routes().stream()
                .noneMatch(route -> eni.addresses().contains(route.destination().network())));
    }

    @Test
    void addresses_are_routed_while_they_are_assigned() {
        var eni = attachedEni();
        var more = done(cloud.assign(eni.id(), IpFamily.V4, 1, new ClientToken("two")))
                .getFirst();
        assertTrue(routed(more));
        done(cloud.unassign(eni.id(), List.of(more)));
        assertFalse(routed(more));
    }

    private boolean routed(Ip ip) {
        return seen(fabric.vpc()).routes().stream()
                .anyMatch(route -> route.destination().network().equals(ip));
    }

    @Test
    void a_source_address_that_is_not_assigned_to_the_eni_does_not_get_through() {
        var stolen = Ip.parse("10.1.3.3");
        machine.kernel().apply(List.of(new KernelStep.Make(new Address(here, ETH0, InterfaceAddress.host(stolen)))));
        var walk = machine.packets().walk(here, stolen, address(second, IpFamily.V4));
        var dropped = assertInstanceOf(WalkEnd.Dropped.class, walk.end(), walk::words);
        assertEquals(fabric.vpc(), dropped.ns());
        assertEquals(DropReason.BLACKHOLE, dropped.reason());
    }

    @Test
    void closed_it_leaves_nothing() {
        fabric.close();
        assertEquals(List.of(), machine.namespaces().named("test-"));
    }
}
