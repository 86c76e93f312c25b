package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Others have rules, routes and filters on the node, too, some of them where ours are. */
class CoexistenceTest {
    /** Who made a route by hand (RTPROT_BOOT). */
    private static final int BY_HAND = 3;

    private static final LinkName LOOPBACK = new LinkName("lo");

    /** A device of an ENI that pods may get. */
    private static LinkName device(Bench bench) {
        var enis = bench.atTheCloud.enis();
        return bench.seen(bench.host).links().stream()
                .filter(link -> enis.stream()
                        .anyMatch(eni ->
                                eni.eni().mac().equals(link.mac()) && eni.eni().kind() != EniKind.PRIMARY))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<KernelObject> strangers(Bench bench, boolean onDevice) {
        var host = bench.host;
        var pod = Cidr.host(Ip.parse("10.1.0.77"));
        var strangers = new ArrayList<KernelObject>();
        for (int priority : List.of(512, 2048)) {
            strangers.add(new KernelObject.Rule(
                    host, priority, RuleSelector.from(pod), new RuleAction.Lookup(1077), BY_HAND));
            strangers.add(new KernelObject.Rule(
                    host, priority, RuleSelector.to(pod), new RuleAction.Lookup(RouteTables.MAIN), 0));
        }
        strangers.add(new KernelObject.Route(host, 1077, Cidr.any(IpFamily.V4), new NextHop.Blackhole(), BY_HAND));
        strangers.add(new KernelObject.Route(
                host, RouteTables.MAIN, Cidr.parse("10.77.0.0/16"), new NextHop.Blackhole(), BY_HAND));
        strangers.add(new KernelObject.Address(host, LOOPBACK, InterfaceAddress.parse("10.96.0.10/32")));
        if (onDevice) {
            var device = device(bench);
            strangers.add(new KernelObject.Address(host, device, InterfaceAddress.parse("192.0.2.7/32")));
            strangers.add(
                    new KernelObject.Neighbour(host, device, Ip.parse("192.0.2.9"), Mac.parse("02:00:00:00:00:77")));
            strangers.add(new KernelObject.Filter(
                    host,
                    device,
                    Hook.EGRESS,
                    77,
                    new FilterMatch.To(Cidr.parse("192.0.2.0/24")),
                    new FilterAction.RedirectIn(LOOPBACK)));
        }
        return strangers;
    }

    @ParameterizedTest
    @MethodSource("io.github.terway4j.app.usecase.MenderTest#ways")
    void in_a_whole_life_of_a_node_nothing_of_theirs_is_touched(MenderTest.Way way) {
        try (var bench = way.bench().get()) {
            // A device that moves into a pod loses what is on it: that is the kernel's doing.
            var strangers = new DatapathPlan(strangers(bench, !way.name().equals("whole ENI")));
            assertInstanceOf(KernelOutcome.Applied.class, bench.machine.kernel().apply(strangers.steps()));
            undisturbed(bench, strangers, "at the start");
            bench.attached("web");
            bench.attached("db");
            undisturbed(bench, strangers, "after two ADDs");
            bench.passes(2);
            MenderTest.round(bench);
            undisturbed(bench, strangers, "after a round");
            bench.restart();
            bench.passes(1);
            bench.delInside(bench.pod("web"));
            bench.ask("GC", () -> bench.agent.collectGarbage().collect(List.of()));
            bench.machine.namespaces().delete(bench.netns(bench.pod("db")));
            bench.cluster.stop(bench.pod("db").pod());
            MenderTest.round(bench);
            MenderTest.round(bench);
            bench.passes(2);
            Traces.none(bench);
            undisturbed(bench, strangers, "at the end");
        }
    }

    private static void undisturbed(Bench bench, DatapathPlan strangers, String when) {
        var seen = Map.of(bench.host, bench.seen(bench.host));
        assertEquals(List.of(), KernelDiff.between(strangers, seen).missing(), when);
    }

    @Test
    void a_table_in_which_somebody_else_has_routes_is_not_taken() {
        try (var bench = new Bench(1, 8, 2, 4)) {
            // Where the next device will be: the table is numbered by its index.
            var theirs = new ArrayList<KernelObject>();
            for (int table = 1001; table < 1040; table++) {
                theirs.add(new KernelObject.Route(
                        bench.host, table, Cidr.parse("10.77.0.0/16"), new NextHop.Blackhole(), BY_HAND));
            }
            var plan = new DatapathPlan(theirs);
            bench.machine.kernel().apply(plan.steps());
            bench.passes(3);
            var why = bench.notAttached("web").why().words();
            assertTrue(why.contains("is somebody else's, who has route 10.77.0.0/16 blackhole table"), why);
            undisturbed(bench, plan, "after three looks");
            bench.machine.kernel().apply(plan.undo());
            bench.passes(1);
            bench.attached("web");
        }
    }

    @Test
    void what_says_the_same_as_ours_is_taken_for_ours_to_be() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            var ours = bench.seen(bench.host).routes().stream()
                    .filter(route -> route.table() > 1000)
                    .findFirst()
                    .orElseThrow();
            var theirs = new KernelObject.Route(ours.ns(), ours.table(), ours.destination(), ours.hop(), BY_HAND);
            bench.machine.kernel().apply(new DatapathPlan(List.of(theirs)).steps());
            bench.passes(1);
            bench.attached("web");
        }
    }
}
