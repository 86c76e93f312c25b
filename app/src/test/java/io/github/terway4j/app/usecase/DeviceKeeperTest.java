package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.hostfiles.SimulatedHostFiles;
import io.github.terway4j.simulator.kubelet.SimulatedKubelet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the kubelet counts of a node's ENIs while pods, the cloud, the agent and the kubelet itself do as they like. */
final class DeviceKeeperTest {
    private static final PodRef WEB = new PodRef("default", "web");
    private static final PodRef DB = new PodRef("default", "db");

    private final SimulatedKubelet kubelet = new SimulatedKubelet();

    private DeviceKeeper keeper(Bench bench) {
        return new DeviceKeeper(
                bench.agent.deviceOffers(),
                bench.agent.book(),
                kubelet,
                new SimulatedHostFiles(),
                bench.events,
                bench.tasks());
    }

    private List<String> healthy(DeviceResource resource) {
        return kubelet.devices(resource).stream()
                .filter(Device::healthy)
                .map(Device::id)
                .toList();
    }

    /** A pod is started where the kubelet lets it. */
    private boolean comes(Bench bench, String pod) {
        var admitted = kubelet.admit(new PodRef("default", pod), DeviceResource.ENI, 1);
        admitted.ifPresent(_ -> bench.attached(pod));
        return admitted.isPresent();
    }

    @Test
    void a_node_of_whole_enis_offers_as_many_as_its_machine_can_have() {
        try (var bench = Bench.ofWholeEnis(2, 0, 0).passes(1)) {
            keeper(bench).pass();
            assertEquals(List.of("eni-0", "eni-1"), healthy(DeviceResource.ENI));
            assertEquals(List.of(), kubelet.devices(DeviceResource.MEMBER_ENI));
            assertEquals(List.of(), kubelet.devices(DeviceResource.ERDMA));
        }
    }

    @Test
    void whom_the_kubelet_lets_come_gets_an_eni_and_nobody_else_comes() {
        try (var bench = Bench.ofWholeEnis(2, 0, 0).keepPool()) {
            bench.run(Duration.ofSeconds(10));
            var keeper = keeper(bench);
            keeper.pass();
            assertTrue(comes(bench, "web"));
            keeper.pass();
            assertTrue(comes(bench, "db"));
            keeper.pass();
            assertEquals(Optional.empty(), kubelet.admit(new PodRef("default", "cache"), DeviceResource.ENI, 1));
            assertEquals(List.of("eni-0", "eni-1"), healthy(DeviceResource.ENI));
        }
    }

    @Test
    void who_has_an_eni_without_having_asked_the_kubelet_leaves_one_less() {
        try (var bench = Bench.ofWholeEnis(2, 2, 2).passes(5)) {
            var keeper = keeper(bench);
            bench.attached("web");
            bench.passes(1);
            keeper.pass();
            assertEquals(List.of("eni-0"), healthy(DeviceResource.ENI));
            assertEquals(2, kubelet.devices(DeviceResource.ENI).size());
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("web")));
            keeper.pass();
            assertEquals(2, healthy(DeviceResource.ENI).size());
        }
    }

    @Test
    void who_cannot_be_asked_who_has_what_is_told_what_the_pool_could_give() {
        try (var bench = Bench.ofWholeEnis(2, 2, 2).passes(5)) {
            bench.attached("web");
            kubelet.holdBack("no pod resources here");
            bench.passes(1);
            keeper(bench).pass();
            assertEquals(2, healthy(DeviceResource.ENI).size());
        }
    }

    @Test
    void places_that_others_take_are_not_to_be_had() {
        try (var bench = Bench.ofWholeEnis(3, 0, 0)) {
            bench.passes(1);
            var keeper = keeper(bench);
            keeper.pass();
            var before = healthy(DeviceResource.ENI).size();
            var room = bench.node.facts().limits().enis() - 1;
            for (int other = 0; other < room - 1; other++) {
                bench.atTheCloud
                        .site()
                        .createEni(
                                new EniOrder(
                                        bench.scene.vSwitches().getFirst(),
                                        List.of(bench.scene.securityGroup()),
                                        1,
                                        0,
                                        Tags.NONE.byKey()),
                                Optional.of(bench.node.facts().instance()));
            }
            bench.passes(1);
            keeper.pass();
            assertEquals(3, kubelet.devices(DeviceResource.ENI).size());
            assertEquals(3, before);
            assertEquals(1, healthy(DeviceResource.ENI).size());
        }
    }

    @Test
    void while_the_cloud_refuses_only_what_is_here_can_be_had_and_later_all_of_it_again() {
        try (var bench = Bench.ofWholeEnis(3, 1, 1).passes(5)) {
            var keeper = keeper(bench);
            keeper.pass();
            assertEquals(3, healthy(DeviceResource.ENI).size());
            assertTrue(comes(bench, "web"));
            bench.cloud.refuse("create", Refusals::limitReached);
            bench.passes(2);
            keeper.pass();
            assertEquals(List.of("eni-0"), healthy(DeviceResource.ENI));
            bench.cloud.relent();
            bench.run(Duration.ofMinutes(2));
            bench.passes(3);
            keeper.pass();
            assertEquals(3, healthy(DeviceResource.ENI).size());
        }
    }

    @Test
    void an_agent_that_begins_anew_promises_no_more_than_pods_have_before_it_has_looked() {
        try (var bench = Bench.ofWholeEnis(3, 0, 0).passes(1)) {
            keeper(bench).pass();
            kubelet.give(WEB, DeviceResource.ENI, List.of("eni-2"));
            bench.restart();
            keeper(bench).pass();
            assertEquals(List.of("eni-2"), healthy(DeviceResource.ENI));
            bench.passes(1);
            keeper(bench).pass();
            assertEquals(3, healthy(DeviceResource.ENI).size());
        }
    }

    @Test
    void members_are_offered_once_their_trunk_is_there() {
        try (var bench = Bench.ofMembers(2, VlanStripType.FILTER)) {
            var keeper = keeper(bench);
            keeper.pass();
            assertEquals(2, kubelet.devices(DeviceResource.MEMBER_ENI).size());
            assertEquals(List.of(), healthy(DeviceResource.MEMBER_ENI));
            bench.passes(4);
            keeper.pass();
            assertEquals(List.of("eni-0", "eni-1"), healthy(DeviceResource.MEMBER_ENI));
            assertEquals(List.of("eni-0"), healthy(DeviceResource.ENI));
        }
    }

    @Test
    void where_pods_share_the_only_eni_and_no_trunk_is_wanted_there_is_nothing_to_count() {
        try (var bench = new Bench(1, 5, 0, 5)) {
            assertEquals(List.of(), bench.agent.deviceOffers().resources());
        }
    }

    @Test
    void where_pods_share_enis_all_but_one_are_offered_of_which_the_idle_ones_make_way() {
        try (var bench = Bench.ofBoth(3, 18, 18).passes(8)) {
            var keeper = keeper(bench);
            keeper.pass();
            assertEquals(List.of("eni-0", "eni-1"), healthy(DeviceResource.ENI));
            for (int i = 0; i < 13; i++) {
                bench.attached("pod" + i);
            }
            bench.passes(1);
            keeper.pass();
            assertEquals(2, kubelet.devices(DeviceResource.ENI).size());
            assertEquals(List.of(), healthy(DeviceResource.ENI));
        }
    }

    @Test
    void a_pod_that_was_let_come_for_an_eni_of_its_own_gets_one_where_others_share() {
        try (var bench = Bench.ofBoth(2, 1, 6).keepPool()) {
            bench.run(Duration.ofSeconds(30));
            var keeper = keeper(bench);
            keeper.pass();
            var web = bench.asking("web", EniWish.WHOLE);
            assertEquals(Optional.of(List.of("eni-0")), kubelet.admit(web.pod(), DeviceResource.ENI, 1));
            assertInstanceOf(AttachOutcome.Attached.class, bench.add(web));
            bench.run(Duration.ofSeconds(5));
            keeper.pass();
            assertEquals(List.of("eni-0"), healthy(DeviceResource.ENI));
            assertEquals(Optional.empty(), kubelet.admit(DB, DeviceResource.ENI, 1));
        }
    }

    @Test
    void a_kubelet_that_begins_anew_counts_again_and_knows_who_has_what() {
        try (var bench = Bench.ofWholeEnis(2, 2, 2).passes(5)) {
            var keeper = keeper(bench);
            keeper.pass();
            assertTrue(comes(bench, "web"));
            kubelet.stop();
            keeper.pass();
            assertEquals(List.of(), kubelet.devices(DeviceResource.ENI));
            kubelet.start();
            keeper.pass();
            assertEquals(2, healthy(DeviceResource.ENI).size());
            assertEquals(Optional.of(List.of("eni-1")), kubelet.admit(DB, DeviceResource.ENI, 1));
        }
    }

    @Test
    void the_kubelet_is_looked_at_every_few_seconds() {
        try (var bench = Bench.ofWholeEnis(2, 0, 0).passes(1)) {
            bench.begin("device keeper", () -> {
                keeper(bench).run();
                return true;
            });
            bench.run(Duration.ofSeconds(1));
            assertEquals(2, healthy(DeviceResource.ENI).size());
            kubelet.stop();
            bench.run(Duration.ofMinutes(1));
            kubelet.start();
            bench.run(Duration.ofSeconds(6));
            assertEquals(2, healthy(DeviceResource.ENI).size());
            assertEquals(2, kubelet.introductions());
        }
    }

    @Test
    void that_the_kubelet_does_not_want_it_is_told_once() {
        try (var bench = Bench.ofWholeEnis(2, 0, 0).passes(1)) {
            var keeper = keeper(bench);
            kubelet.refuse("requested API version is not supported");
            keeper.pass();
            keeper.pass();
            assertEquals(
                    List.of("node ResourceInvalid: pods cannot ask for aliyun/eni, which the kubelet does not count:"
                            + " requested API version is not supported"),
                    bench.events.told.stream()
                            .filter(event -> event.contains("aliyun/eni"))
                            .toList());
            kubelet.accept();
            keeper.pass();
            assertEquals(2, healthy(DeviceResource.ENI).size());
        }
    }
}
