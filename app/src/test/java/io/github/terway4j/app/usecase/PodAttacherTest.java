package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.NetworkPriority;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.kernel.Segment;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PodAttacherTest {
    /** A node with three addresses at hand, and room for five. */
    private static Bench threeAtHand() {
        return new Bench(1, 5, 3, 3).passes(3);
    }

    @Test
    void a_pod_gets_an_address_of_the_vpc_and_is_wired() {
        try (var bench = threeAtHand()) {
            var network = bench.attached("web");
            Traces.whole(bench, bench.pod("web"));
            var lease = bench.disk.leases().getFirst();
            assertEquals(lease.addresses(), network.addresses().map(InterfaceAddress::ip));
            assertEquals(lease.eni(), network.eni());
            assertEquals(DualStack.v4(20), network.addresses().map(InterfaceAddress::length));
            assertEquals(DualStack.v4(Ip.parse("169.254.1.1")), network.gateways());
            assertEquals(1, bench.events.count("default/web AllocIPSucceed: Alloc IP "));
        }
    }

    @Test
    void asked_again_it_answers_the_same() {
        try (var bench = threeAtHand()) {
            var first = bench.add(bench.pod("web"));
            assertEquals(first, bench.add(bench.pod("web")));
            assertEquals(1, bench.disk.leases().size());
        }
    }

    @Test
    void ten_who_ask_for_one_sandbox_at_once_get_one_answer() {
        for (int seed = 0; seed < 20; seed++) {
            try (var bench = new Bench(seed, 1, 5, 3, 3, List.of(IpFamily.V4)).passes(3)) {
                var pod = bench.pod("web");
                var calls = Stream.generate(() -> bench.beginAdd(pod)).limit(10).toList();
                var answers = calls.stream().map(bench::answer).distinct().toList();
                assertEquals(1, answers.size(), answers::toString);
                assertInstanceOf(AttachOutcome.Attached.class, answers.getFirst());
                assertEquals(1, bench.disk.leases().size());
            }
        }
    }

    @Test
    void pods_that_start_together_get_different_addresses() {
        try (var bench = threeAtHand()) {
            var calls = Stream.of("web", "db", "cache")
                    .map(name -> bench.beginAdd(bench.pod(name)))
                    .toList();
            var addresses = calls.stream()
                    .map(call -> assertInstanceOf(AttachOutcome.Attached.class, bench.answer(call)))
                    .map(attached -> attached.network().addresses())
                    .distinct()
                    .toList();
            assertEquals(3, addresses.size());
        }
    }

    @Test
    void a_newer_sandbox_takes_over_and_the_end_of_the_older_harms_nothing() {
        try (var bench = threeAtHand()) {
            var older = bench.pod("web");
            var before = bench.attached("web");
            var newer = bench.cluster.renewSandbox(older.pod());
            assertEquals(before.addresses(), bench.attached("web").addresses());
            Traces.whole(bench, newer);
            bench.del(older);
            Traces.whole(bench, newer);
            assertEquals(List.of(newer.attachment()), Traces.onDisk(bench));
        }
    }

    @Test
    void limits_that_the_cluster_knows_hold_where_the_runtime_sets_none() {
        try (var bench = threeAtHand()) {
            var limit = new BandwidthLimit(new Rate(1_000_000), new Rate(2_000_000));
            bench.cluster.start("node", new PodRef("default", "web"), limit);
            bench.attached("web");
            var pod = bench.pod("web");
            assertEquals(1, bench.seen(bench.netns(pod)).shapers().size());
            assertEquals(1, bench.seen(bench.host).shapers().size());
            Traces.whole(bench, pod);
        }
    }

    @Test
    void nonsense_in_kubernetes_annotation_refuses_the_pod_and_an_event_tells_why() {
        try (var bench = threeAtHand()) {
            start(bench, "kubernetes.io/egress-bandwidth", "10 apples");
            var words = "kubernetes.io/egress-bandwidth says \"10 apples\", which is no quantity;"
                    + " it takes bits per second from 1k to 1P, such as 10M";
            assertEquals(new Fault.Request(words), bench.notAttached("web").why());
            assertTrue(bench.events.told.contains("default/web ParseFailed: " + words), bench.events.told::toString);
            Traces.none(bench);
        }
    }

    @Test
    void nonsense_in_terways_annotation_is_told_and_limits_nothing() {
        try (var bench = threeAtHand()) {
            start(bench, "k8s.aliyun.com/egress-bandwidth", "10 apples");
            bench.attached("web");
            assertEquals(List.of(), bench.seen(bench.netns(bench.pod("web"))).shapers());
            assertTrue(
                    bench.events.told.stream()
                            .anyMatch(event ->
                                    event.startsWith("default/web ParseFailed: k8s.aliyun.com/egress-bandwidth")),
                    bench.events.told::toString);
        }
    }

    @Test
    void where_the_operator_wants_it_a_pods_packets_wait_by_its_priority_until_it_ends() {
        try (var bench = threeAtHand()) {
            start(bench, NetworkPriority.ANNOTATION, "best-effort");
            var pod = bench.pod("web");
            assertInstanceOf(
                    AttachOutcome.Attached.class,
                    bench.ask("ADD", () -> bench.agent.attachPod().attach(byPriority(bench, pod))));
            var host = bench.seen(bench.host);
            assertEquals(
                    List.of(QueueDiscipline.BANDS),
                    host.queueings().stream()
                            .map(KernelObject.Queueing::discipline)
                            .toList());
            assertEquals(
                    List.of(new FilterAction.Prioritise(Band.LAST)),
                    host.filters().stream().map(KernelObject.Filter::action).toList());
            Traces.whole(bench, pod);
            bench.del(pod);
            assertEquals(List.of(), bench.seen(bench.host).filters());
        }
    }

    @Test
    void a_priority_that_is_none_is_told_and_the_pod_waits_as_one_that_says_nothing() {
        try (var bench = threeAtHand()) {
            start(bench, NetworkPriority.ANNOTATION, "first class");
            var pod = bench.pod("web");
            bench.ask("ADD", () -> bench.agent.attachPod().attach(byPriority(bench, pod)));
            assertEquals(
                    List.of(new FilterAction.Prioritise(Band.MIDDLE)),
                    bench.seen(bench.host).filters().stream()
                            .map(KernelObject.Filter::action)
                            .toList());
            assertTrue(
                    bench.events.told.contains(
                            "default/web ParseFailed: k8s.aliyun.com/network-priority says"
                                    + " \"first class\", which is no priority; it takes one of guaranteed, burstable, best-effort"),
                    bench.events.told::toString);
        }
    }

    @Test
    void what_others_are_to_pace_is_not_held_here_and_that_is_told() {
        try (var bench = threeAtHand()) {
            start(bench, "kubernetes.io/egress-bandwidth", "8M");
            var pod = bench.pod("web");
            bench.ask("ADD", () -> bench.agent.attachPod().attach(waiting(bench, pod, EniQueueing.PACED)));
            assertEquals(List.of(), bench.seen(bench.netns(pod)).shapers());
            assertEquals(
                    1,
                    bench.events.count("default/web BandwidthNotHeld: egress: 8 Mbit/s is not held here:"
                            + " bandwidth_mode edt leaves that to whoever stamps the pod's packets"));
        }
    }

    private static AttachRequest byPriority(Bench bench, RunningPod pod) {
        return waiting(bench, pod, EniQueueing.BY_PRIORITY);
    }

    private static AttachRequest waiting(Bench bench, RunningPod pod, EniQueueing queueing) {
        var request = bench.request(pod);
        return new AttachRequest(
                request.key(),
                request.pod(),
                request.netns(),
                request.mtu(),
                request.bandwidth(),
                request.deadline(),
                new AttachRequest.Configured(Optional.empty(), List.of(), queueing),
                request.interfaces());
    }

    private static void start(Bench bench, String annotation, String value) {
        bench.cluster.start("node", new PodRef("default", "web"), new PodAnnotations(Map.of(annotation, value)));
    }

    @Test
    void a_pod_gets_nothing_on_what_the_cluster_says_of_another_of_its_name() {
        try (var bench = threeAtHand()) {
            var pod = bench.pod("web");
            var request = bench.request(pod);
            var refusal = assertInstanceOf(AttachOutcome.NotAttached.class, bench.attach(request.of("one-that-comes")));
            assertEquals(
                    new Fault.Outside("the cluster knows no pod default/web with the uid one-that-comes on this node"),
                    refusal.why());
            Traces.none(bench);
            assertInstanceOf(
                    AttachOutcome.Attached.class,
                    bench.attach(request.of(pod.facts().uid())));
        }
    }

    @Test
    void a_pod_that_the_cluster_does_not_know_gets_nothing() {
        try (var bench = threeAtHand()) {
            var pod = bench.cluster.stop(bench.pod("web").pod());
            var refusal = assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(pod));
            assertEquals(new Fault.Outside("the cluster knows no pod default/web on this node"), refusal.why());
            Traces.none(bench);
        }
    }

    @Test
    void a_cluster_that_cannot_be_read_is_not_taken_for_one_without_the_pod() {
        try (var bench = threeAtHand()) {
            bench.pods.cutOff("the watch is broken");
            assertEquals(
                    new Fault.Outside("pod default/web could not be read: the watch is broken"),
                    bench.notAttached("web").why());
            bench.pods.reconnect();
            bench.attached("web");
        }
    }

    @Test
    void without_a_namespace_it_is_the_callers_fault_and_nothing_is_left() {
        try (var bench = threeAtHand()) {
            var pod = bench.pod("web");
            var nowhere = bench.request(pod, new NetNs("/run/netns/nowhere"));
            var refusal = assertInstanceOf(
                    AttachOutcome.NotAttached.class,
                    bench.ask("ADD", () -> bench.agent.attachPod().attach(nowhere)));
            assertInstanceOf(Fault.Request.class, refusal.why());
            Traces.none(bench);
        }
    }

    @Test
    void a_ledger_that_fails_leaves_nothing_behind() {
        for (var having : List.of(true, false)) {
            try (var bench = threeAtHand()) {
                var pod = bench.pod("web");
                if (having) {
                    bench.way.failHavingWritten("record");
                } else {
                    bench.way.fail("record");
                }
                assertEquals(
                        new Fault.Outside("the ledger did not take the lease: no space left on device"),
                        bench.notAttached("web").why());
                Traces.none(bench);
                bench.way.relent();
                bench.attached("web");
                assertEquals(List.of(pod.attachment()), Traces.onDisk(bench));
            }
        }
    }

    @Test
    void a_ledger_that_cannot_forget_the_older_sandbox_remembers_neither() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            var older = bench.pod("web");
            var newer = bench.cluster.renewSandbox(older.pod());
            bench.way.fail("forget " + older.attachment());
            assertInstanceOf(Fault.Outside.class, bench.notAttached("web").why());
            bench.way.relent();
            bench.del(newer);
            bench.del(older);
            Traces.none(bench);
            Traces.none(bench);
        }
    }

    /** Whatever step of the plan it is that the kernel refuses. */
    @Test
    void a_kernel_that_refuses_leaves_nothing_behind() {
        for (var step : List.of(
                "make veth",
                "make link lo",
                "make address",
                "make link eth0",
                "make neighbour 169",
                "make route 0.0.0.0/0",
                "make link cali",
                "make neighbour 10",
                "make route 10",
                "make rule 512",
                "make rule 2048")) {
            try (var bench = threeAtHand()) {
                bench.kernel.refuse(step);
                var why = assertInstanceOf(
                        Fault.Outside.class, bench.notAttached("web").why());
                assertTrue(why.words().startsWith("the kernel refused to " + step), why::words);
                Traces.none(bench);
                assertEquals(1, bench.events.count("default/web AllocIPFailed: the kernel refused"));
                bench.kernel.relent();
                bench.attached("web");
            }
        }
    }

    @Test
    void an_address_whose_wiring_failed_rests() {
        try (var bench = threeAtHand()) {
            var free = bench.attached("probe").addresses();
            bench.del(bench.pod("probe"));
            bench.run(Bench.REST);
            bench.kernel.refuse("make rule 2048");
            bench.notAttached("web");
            bench.kernel.relent();
            assertNotEquals(free, bench.attached("db").addresses());
        }
    }

    @Test
    void what_cannot_be_rolled_back_is_remembered_until_it_is_ended() {
        try (var bench = threeAtHand()) {
            bench.kernel.refuse("make rule 2048");
            bench.kernel.refuse("remove rule 512");
            bench.notAttached("web");
            var pod = bench.pod("web");
            assertEquals(List.of(pod.attachment()), Traces.onDisk(bench));
            bench.kernel.relent();
            bench.del(pod);
            Traces.none(bench);
        }
    }

    @Test
    void a_retired_link_of_ours_is_in_nobodys_way() {
        try (var bench = threeAtHand()) {
            var older = bench.pod("web");
            bench.attached("web");
            bench.del(older);
            assertTrue(bench.seen(bench.host).link(Traces.hostLink(older)).isPresent(), "nobody has reaped it");
            bench.cluster.renewSandbox(older.pod());
            bench.attached("web");
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void a_link_of_somebody_else_by_that_name_is_the_requests_fault_and_stays() {
        try (var bench = threeAtHand()) {
            var pod = bench.pod("web");
            var elsewhere = bench.machine.namespaces().create("elsewhere");
            bench.machine
                    .kernel()
                    .apply(List.of(new KernelStep.Make(new KernelObject.VethPair(
                            bench.host,
                            Traces.hostLink(pod),
                            Mac.local(77),
                            elsewhere,
                            new LinkName("eth0"),
                            Mac.local(78),
                            new Mtu(1500),
                            "calico"))));
            assertInstanceOf(Fault.Request.class, bench.notAttached("web").why());
            assertEquals(
                    "calico",
                    bench.seen(bench.host)
                            .link(Traces.hostLink(pod))
                            .orElseThrow()
                            .alias());
            assertEquals(List.of(), bench.disk.leases());
            assertEquals(List.of(), Traces.rules(bench));
        }
    }

    @Test
    void an_interface_in_the_sandbox_that_has_the_name_already_is_the_requests_fault() {
        try (var bench = threeAtHand()) {
            var pod = bench.pod("web");
            bench.machine.plug(
                    bench.netns(pod), new LinkName("eth0"), Mac.local(79), new Mtu(1500), Segment.ofSwitch());
            assertInstanceOf(Fault.Request.class, bench.notAttached("web").why());
            Traces.none(bench);
        }
    }

    @Test
    void a_starved_pod_is_served_as_soon_as_the_pool_brings_an_address() {
        try (var bench = new Bench(1, 5, 0, 0).keepPool()) {
            bench.run(Duration.ofSeconds(1));
            var begun = bench.now();
            bench.attached("web");
            assertTrue(Duration.between(begun, bench.now()).toSeconds() < 10, "created, attached, served");
            assertEquals(1, bench.cloud.count("create"));
        }
    }

    @Test
    void starved_pods_are_served_together_by_one_eni() {
        try (var bench = new Bench(2, 5, 0, 0).keepPool()) {
            var calls = Stream.of("a", "b", "c", "d", "e")
                    .map(name -> bench.beginAdd(bench.pod(name)))
                    .toList();
            calls.forEach(call -> assertInstanceOf(AttachOutcome.Attached.class, bench.answer(call)));
            assertEquals(1, bench.cloud.count("create"));
        }
    }

    @Test
    void a_full_node_says_so_at_once_and_does_not_wait_for_the_deadline() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.attached("web");
            bench.attached("db");
            bench.run(Bench.REST);
            var begun = bench.now();
            assertEquals(
                    new Fault.Capacity("the node holds all 2 addresses that its instance type and configuration allow;"
                            + " addresses wanted: 1"),
                    bench.notAttached("cache").why());
            assertTrue(Duration.between(begun, bench.now()).toSeconds() < 5, "at once");
        }
    }

    @Test
    void a_full_node_on_which_an_address_rests_waits_for_that() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.attached("web");
            bench.attached("db");
            bench.del(bench.pod("web"));
            var ended = bench.now();
            bench.attached("cache");
            assertFalse(bench.now().isBefore(ended.plus(Bench.REST)), "it has rested");
            assertTrue(bench.now().isBefore(ended.plus(Bench.REST).plusSeconds(2)), "and no longer");
        }
    }

    @Test
    void who_waits_for_a_cloud_in_trouble_is_told_of_it_at_the_deadline() {
        try (var bench = new Bench(1, 2, 0, 0)) {
            bench.cloud.refuse("create", Refusals::denied);
            bench.keepPool();
            var begun = bench.now();
            var why = assertInstanceOf(
                    Fault.Configuration.class, bench.notAttached("web").why());
            assertTrue(why.words().contains("the role may not do this"), why.words());
            assertFalse(bench.now().isBefore(begun.plus(Bench.RUNTIME_PATIENCE)));
            assertTrue(bench.now().isBefore(begun.plus(Bench.RUNTIME_PATIENCE).plusSeconds(1)));
        }
    }

    @Test
    void an_address_that_is_in_stock_is_not_kept_from_those_who_wait_while_the_pool_fetches_more() {
        try (var bench = new Bench(1, 15, 5, 5)) {
            bench.fates.next("assign", new Fate.Late(Duration.ofSeconds(40)));
            bench.keepPool();
            var begun = bench.now();
            var calls = Stream.of("a", "b", "c", "d", "e", "f", "g")
                    .map(name -> bench.beginAdd(bench.pod(name)))
                    .toList();
            calls.forEach(bench::answer);
            assertTrue(Duration.between(begun, bench.now()).toSeconds() < 20, "seven of ten");
        }
    }

    @Test
    void a_device_that_shows_up_late_is_waited_for() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.kernel.hideLinks();
            var calls = Stream.of("a", "b", "c")
                    .map(name -> bench.beginAdd(bench.pod(name)))
                    .toList();
            bench.run(Duration.ofSeconds(20));
            assertTrue(calls.stream().noneMatch(Call::isAnswered), "though the node is full with two");
            bench.kernel.relent();
            bench.run(Duration.ofSeconds(5));
            var served = calls.stream()
                    .filter(call -> bench.answer(call) instanceof AttachOutcome.Attached)
                    .count();
            assertEquals(2, served);
            assertEquals(1, bench.cloud.count("create"));
        }
    }
}
