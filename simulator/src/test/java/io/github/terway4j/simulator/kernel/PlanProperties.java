package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Any pods on a node with an ENI: plans there and back. */
final class PlanProperties {
    private static final Mtu MTU = new Mtu(1500);
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkName ETH1 = new LinkName("eth1");

    /** What differs between pods. */
    record Pod(int number, List<IpFamily> families, BandwidthLimit limit) {}

    @Property(tries = 100)
    void a_pods_plan_undone_leaves_the_node_as_it_was(@ForAll("pods") @Size(min = 1, max = 6) List<Pod> pods) {
        var node = new Node();
        var last = pods.getLast();
        pods.subList(0, pods.size() - 1).forEach(pod -> node.apply(node.plan(pod)));
        var plan = node.plan(last);
        var before = node.lab.seen(node.host);
        node.apply(plan);
        assertEquals(new KernelDiff(List.of()), KernelDiff.between(plan, node.seen(plan)));
        node.lab.machine.kernel().apply(plan.undo());
        assertEquals(before, node.lab.seen(node.host));
        assertEquals(1, node.lab.seen(node.namespaceOf(last)).links().size());
    }

    @Property(tries = 50)
    void every_pod_reaches_every_other_that_shares_a_family(@ForAll("pods") @Size(min = 2, max = 4) List<Pod> pods) {
        var node = new Node();
        pods.forEach(pod -> node.apply(node.plan(pod)));
        for (var from : pods) {
            for (var to : pods) {
                for (var ip : node.addressesOf(to).all()) {
                    var trip = node.lab.machine.packets().roundTrip(node.namespaceOf(from), ip);
                    assertEquals(
                            from.families().contains(ip.family()),
                            trip.joins(node.namespaceOf(from), node.namespaceOf(to)),
                            trip::words);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Pod>> pods() {
        var families = Arbitraries.of(List.of(IpFamily.V4), List.of(IpFamily.V6), List.of(IpFamily.V4, IpFamily.V6));
        var rates = Arbitraries.of(Rate.UNLIMITED, Rate.ofBitsPerSecond(1_000_000));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        families,
                        Combinators.combine(rates, rates).as(BandwidthLimit::new))
                .as(Pod::new)
                .list()
                .uniqueElements(Pod::number);
    }

    private static final class Node {
        final Lab lab = new Lab();
        final NetNs host = lab.ns("node");
        final EniWiring eni;
        final Set<NetNs> podNamespaces = new TreeSet<>();

        Node() {
            lab.wire(host, "eth1", lab.ns("vpc"), "node");
            eni = new EniWiring(
                    host,
                    ETH1,
                    lab.seen(host).link(ETH1).orElseThrow().index(),
                    DualStack.both(Ip.parse("10.0.1.253"), Ip.parse("fd00:1::fffd")),
                    DualStack.both(Ip.parse("10.0.0.10"), Ip.parse("fd00::10")),
                    MTU);
            apply(new VethPolicyRoute().node(host, List.of(IpFamily.V4, IpFamily.V6), List.of(ETH1)));
            apply(new VethPolicyRoute().eni(eni));
        }

        void apply(DatapathPlan plan) {
            assertEquals(new KernelOutcome.Applied(), lab.machine.kernel().apply(plan.steps()));
        }

        DatapathPlan plan(Pod pod) {
            return new VethPolicyRoute()
                    .pod(
                            new PodWiring(
                                    new AttachmentKey("sandbox-" + pod.number(), ETH0),
                                    new PodRef("default", "pod-" + pod.number()),
                                    namespaceOf(pod),
                                    addressesOf(pod),
                                    MTU,
                                    pod.limit()),
                            eni);
        }

        NetNs namespaceOf(Pod pod) {
            var ns = new NetNs("/run/netns/pod-" + pod.number());
            if (podNamespaces.add(ns)) {
                lab.ns("pod-" + pod.number());
            }
            return ns;
        }

        DualStack<Ip> addressesOf(Pod pod) {
            var ips = new ArrayList<Ip>();
            for (var family : pod.families()) {
                ips.add(Ip.parse(family == IpFamily.V4 ? "10.0.1.0" : "fd00:1::")
                        .plus(pod.number()));
            }
            return DualStack.ofIps(ips);
        }

        Map<NetNs, KernelState> seen(DatapathPlan plan) {
            var keys = plan.wanted().stream()
                    .flatMap(object ->
                            object instanceof KernelObject.Sysctl sysctl ? Stream.of(sysctl.key()) : Stream.of())
                    .toArray(String[]::new);
            var states = new TreeMap<NetNs, KernelState>();
            plan.wanted().forEach(object -> states.computeIfAbsent(object.ns(), ns -> lab.seen(ns, keys)));
            return states;
        }
    }
}
