package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.ExclusiveEni;
import io.github.terway4j.domain.datapath.IpvlanL2;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.Reach;
import io.github.terway4j.domain.datapath.TrunkTag;
import io.github.terway4j.domain.datapath.TrunkVlan;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the planners plan that no use case carries out yet, the simulated kernel can make, shows, and makes once more. */
class OtherWiringsTest {
    private static final Mtu MTU = new Mtu(1500);
    private static final Mac ENI = Mac.parse("00:16:3e:00:00:01");
    private static final LinkName ETH1 = new LinkName("eth1");
    private static final AttachmentKey SANDBOX = new AttachmentKey("sandbox-1", new LinkName("eth0"));
    private static final PodRef WEB = new PodRef("default", "web");

    private final SimulatedMachine machine = new SimulatedMachine();
    private final NetNs vpc = machine.namespaces().create("vpc");
    private final NetNs host = machine.namespaces().create("host");
    private final NetNs sandbox = machine.namespaces().create("web");

    static Stream<Datapath> planners() {
        return Stream.of(new ExclusiveEni(), new IpvlanL2(), new TrunkVlan(), new TrunkTag());
    }

    @ParameterizedTest
    @MethodSource("planners")
    void what_is_planned_can_be_made_and_is_seen_and_may_be_made_again(Datapath datapath) {
        layCable();
        var eni = eni();
        var plan = datapath.attached(pod(), eni);
        apply(plan.steps());
        assertEquals(List.of(), KernelDiff.between(plan, seen(plan)).missing());
        apply(plan.steps());
        assertEquals(List.of(), KernelDiff.between(plan, seen(plan)).missing(), "again");
    }

    private void layCable() {
        apply(List.of(new KernelStep.Make(
                new KernelObject.VethPair(vpc, new LinkName("eni1"), Mac.local(1), host, ETH1, ENI, MTU, ""))));
    }

    @Test
    void wherever_giving_a_whole_eni_stopped_it_comes_home_while_its_sandbox_is_there() {
        layCable();
        var eni = eni();
        var datapath = new ExclusiveEni();
        var steps = datapath.pod(pod(), eni).steps();
        for (int made = 0; made <= steps.size(); made++) {
            apply(steps.subList(0, made));
            apply(ExclusiveEni.homecoming(look(sandbox), host, SANDBOX));
            apply(datapath.dismantling(eni, SANDBOX, WEB, pod().addresses()));
            apply(List.of(new KernelStep.ReapRetired(host)));
            var home = look(host).links().stream()
                    .filter(link -> !link.name().text().equals("lo"))
                    .map(link -> link.name() + " " + link.mac() + link.alias())
                    .toList();
            assertEquals(List.of("eth1 00:16:3e:00:00:01"), home, "after " + made + " steps");
        }
    }

    private EniWiring eni() {
        var index = look(host).link(ETH1).orElseThrow().index();
        return new EniWiring(
                host,
                ETH1,
                index,
                DualStack.v4(Ip.parse("10.0.1.253")),
                DualStack.v4(Ip.parse("10.0.0.10")),
                MTU,
                ENI,
                Optional.of(new VlanId(5)));
    }

    private PodWiring pod() {
        var byHost = List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("169.254.20.10/32"));
        return new PodWiring(
                SANDBOX,
                WEB,
                sandbox,
                DualStack.v4(Ip.parse("10.0.1.20")),
                MTU,
                BandwidthLimit.NONE,
                new Reach(byHost, List.of(), true));
    }

    private void apply(List<KernelStep> steps) {
        assertEquals(new KernelOutcome.Applied(), machine.kernel().apply(steps));
    }

    private Map<NetNs, KernelState> seen(DatapathPlan plan) {
        var seen = new TreeMap<NetNs, KernelState>();
        for (var ns : plan.namespaces()) {
            if (machine.kernel().observe(ns, plan.sysctlKeys(ns)) instanceof Observation.Seen(var state)) {
                seen.put(ns, state);
            }
        }
        return seen;
    }

    private KernelState look(NetNs ns) {
        if (machine.kernel().observe(ns, List.of()) instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException(ns + " cannot be read");
    }
}
