package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pod with two interfaces, each attached by a call of its own. */
class SeveralNetworksTest {
    private static final Cidr ELSEWHERE = Cidr.parse("10.9.0.0/16");

    private static Bench bench(boolean slaves) {
        return (slaves ? Bench.ofSlaves(6, 3, 4) : new Bench(1, 6, 3, 4)).passes(3);
    }

    private static RunningPod pod(Bench bench) {
        return bench.cluster.start(
                "node",
                new PodRef("default", "web"),
                new PodInterfaces(List.of(
                        new PodInterfaces.Wish(new LinkName("eth0"), false, List.of()),
                        new PodInterfaces.Wish(new LinkName("eth1"), true, List.of(ELSEWHERE)))));
    }

    private static AttachRequest request(Bench bench, RunningPod pod, String link) {
        var plain = bench.request(pod);
        return new AttachRequest(
                new AttachmentKey(plain.key().containerId(), new LinkName(link)),
                plain.pod(),
                plain.netns(),
                plain.mtu(),
                plain.bandwidth(),
                plain.deadline());
    }

    private static PodNetwork add(Bench bench, RunningPod pod, String link) {
        var request = request(bench, pod, link);
        return assertInstanceOf(
                        AttachOutcome.Attached.class,
                        bench.ask("ADD " + link, () -> bench.agent.attachPod().attach(request)))
                .network();
    }

    private static CheckOutcome check(Bench bench, RunningPod pod, String link) {
        var request = request(bench, pod, link);
        return bench.ask("CHECK " + link, () -> bench.agent.checkAttachment().check(request));
    }

    private static Ip v4(PodNetwork network) {
        return network.addresses().map(InterfaceAddress::ip).v4().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void each_interface_has_an_address_and_one_of_them_the_default_route(boolean slaves) {
        try (var bench = bench(slaves)) {
            var pod = pod(bench);
            var first = add(bench, pod, "eth0");
            var second = add(bench, pod, "eth1");
            assertNotEquals(v4(first), v4(second));
            var inside = bench.seen(bench.netns(pod));
            var defaults = inside.routes().stream()
                    .filter(route ->
                            route.destination().equals(Cidr.any(v4(first).family())))
                    .toList();
            assertEquals(
                    List.of(1),
                    defaults.stream()
                            .filter(route -> route.table() == RouteTables.MAIN)
                            .map(route -> route.hop().words().contains("dev eth1") ? 1 : 0)
                            .toList());
            for (var link : List.of("eth0", "eth1")) {
                var index = inside.link(new LinkName(link)).orElseThrow().index();
                assertEquals(
                        1,
                        defaults.stream()
                                .filter(route -> route.table() == 1000 + index)
                                .filter(route -> route.hop().words().contains("dev " + link))
                                .count(),
                        link);
                assertEquals(new CheckOutcome.AllThere(), check(bench, pod, link));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_leads_out_by_the_interface_itself_is_missed_by_check_and_put_back_by_add(boolean slaves) {
        try (var bench = bench(slaves)) {
            var pod = pod(bench);
            add(bench, pod, "eth0");
            var second = add(bench, pod, "eth1");
            var rules = bench.seen(bench.netns(pod)).rules().stream()
                    .filter(rule -> rule.selector().from().contains(v4(second))
                            && !rule.selector().from().isAny())
                    .toList();
            assertEquals(
                    List.of(512),
                    rules.stream().map(KernelObject.Rule::priority).toList());
            bench.machine.kernel().apply(List.of(new KernelStep.Remove(rules.getFirst())));
            assertEquals(new CheckOutcome.Missing(List.of(rules.getFirst().words())), check(bench, pod, "eth1"));
            assertEquals(new CheckOutcome.AllThere(), check(bench, pod, "eth0"));
            add(bench, pod, "eth1");
            assertEquals(new CheckOutcome.AllThere(), check(bench, pod, "eth1"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_of_them_ends_without_the_other(boolean slaves) {
        try (var bench = bench(slaves)) {
            var pod = pod(bench);
            add(bench, pod, "eth0");
            add(bench, pod, "eth1");
            var key = request(bench, pod, "eth1").key();
            assertEquals(
                    new DetachOutcome.Detached(),
                    bench.ask("DEL eth1", () -> bench.agent.detachPod().detach(key)));
            assertEquals(new CheckOutcome.AllThere(), check(bench, pod, "eth0"));
            assertEquals(1, bench.disk.leases().size());
        }
    }

    @Test
    void an_interface_beside_somebody_elses_first_leaves_the_default_route_alone() {
        try (var bench = bench(true)) {
            var pod = bench.pod("web");
            add(bench, pod, "net1");
            assertEquals(
                    List.of(),
                    bench.seen(bench.netns(pod)).routes().stream()
                            .filter(route -> route.table() == RouteTables.MAIN
                                    && route.destination().length() == 0)
                            .toList());
            assertEquals(new CheckOutcome.AllThere(), check(bench, pod, "net1"));
        }
    }
}
