package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.ExclusiveEni;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Real hardware is lent to a pod. What stands in for it elsewhere, the end of a pair, dies with its namespace; hardware
 * outlives it, and the kernel moves it to the first namespace of all, under whatever name is free there.
 */
@NeedsKernel("hardware")
final class LentHardwareTest {
    private static final String PREFIX = "tw4j-lent-" + ProcessHandle.current().pid() + "-";
    private static final NetNs FIRST = new NetNs("/proc/1/ns/net");
    /** {@code deploy/test/full-kernel.sh} calls it so. */
    private static final LinkName SPARE = new LinkName("spare0");

    private static final AttachmentKey SANDBOX = new AttachmentKey("c0ffee", new LinkName("eth0"));
    private static final PodRef WEB = new PodRef("default", "lent-hardware");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private final Link before = look(FIRST).link(SPARE).orElseThrow();
    private NetNs pod = FIRST;

    @BeforeEach
    void a_pod() {
        pod = namespaces.create(PREFIX + "pod");
    }

    @AfterEach
    void remove() {
        namespaces.named(PREFIX).forEach(namespaces::delete);
        kernel.close();
    }

    @Test
    void it_comes_home_by_itself_when_the_pods_namespace_dies_wherever_lending_it_stopped() {
        for (int made = 0; made <= steps().size(); made++) {
            apply(steps().subList(0, made));
            namespaces.delete(pod);
            await(() -> spare().isPresent());
            dismantle();
            isAsBefore("after " + made + " steps");
            pod = namespaces.create(PREFIX + "pod-" + made);
        }
    }

    @Test
    void it_is_fetched_from_a_pod_whose_namespace_lives_wherever_lending_it_stopped() {
        var steps = steps();
        for (int made = 0; made <= steps.size(); made++) {
            apply(steps.subList(0, made));
            apply(ExclusiveEni.homecoming(look(pod), FIRST, SANDBOX));
            dismantle();
            isAsBefore("after " + made + " steps");
        }
    }

    @Test
    void its_name_may_be_taken_when_it_comes_by_itself() {
        apply(steps());
        apply(List.of(new KernelStep.Make(veth(SPARE))));
        namespaces.delete(pod);
        await(() -> spare().isPresent());
        apply(List.of(new KernelStep.Remove(veth(SPARE))));
        dismantle();
        isAsBefore("when its name was free again");
    }

    @Test
    void all_that_was_made_is_there_and_nothing_of_it_comes_home_with_it() {
        var plan = new ExclusiveEni().pod(web(), eni());
        apply(plan.steps());
        var seen = Map.of(FIRST, look(FIRST), pod, look(pod, plan.sysctlKeys(pod)));
        assertEquals(List.of(), KernelDiff.between(plan, seen).missing());
        apply(ExclusiveEni.homecoming(look(pod), FIRST, SANDBOX));
        dismantle();
        isAsBefore("at the end");
        assertEquals(
                List.of(),
                look(FIRST).shapers().stream()
                        .filter(shaper -> shaper.link().equals(SPARE))
                        .toList());
    }

    private VethPair veth(LinkName name) {
        return new VethPair(
                FIRST,
                name,
                Mac.parse("02:00:00:00:00:01"),
                FIRST,
                new LinkName("spare-far"),
                Mac.parse("02:00:00:00:00:02"),
                new Mtu(1500),
                "");
    }

    private void dismantle() {
        apply(Leftovers.of(look(FIRST), SANDBOX));
        apply(List.of(new KernelStep.ReapRetired(FIRST)));
    }

    private void isAsBefore(String when) {
        var now = spare().orElseThrow();
        assertEquals(
                List.of(before.name(), before.mac(), false, ""),
                List.of(now.name(), now.mac(), now.up(), now.alias()),
                when);
        assertEquals(
                List.of(),
                look(FIRST).addresses().stream()
                        .filter(address -> address.link().equals(SPARE))
                        .toList(),
                when);
        assertEquals(List.of(), Leftovers.attachments(look(FIRST)), when);
    }

    private List<KernelStep> steps() {
        return new ExclusiveEni().pod(web(), eni()).steps();
    }

    private PodWiring web() {
        return new PodWiring(
                SANDBOX,
                WEB,
                pod,
                DualStack.both(Ip.parse("10.9.1.20"), Ip.parse("fd00:9::20")),
                new Mtu(1400),
                new BandwidthLimit(Rate.UNLIMITED, Rate.ofBitsPerSecond(20_000_000)));
    }

    private EniWiring eni() {
        return new EniWiring(
                FIRST,
                SPARE,
                before.index(),
                DualStack.both(Ip.parse("10.9.1.253"), Ip.parse("fd00:9::fd")),
                DualStack.both(Ip.parse("10.9.0.10"), Ip.parse("fd00:9::10")),
                new Mtu(1400),
                before.mac(),
                Optional.empty());
    }

    /** By its hardware address, whatever it is called. */
    private Optional<Link> spare() {
        return look(FIRST).link(before.mac());
    }

    private KernelState look(NetNs ns) {
        return look(ns, List.of());
    }

    private KernelState look(NetNs ns, List<String> settings) {
        return assertInstanceOf(Observation.Seen.class, kernel.observe(ns, settings))
                .state();
    }

    private void apply(List<KernelStep> steps) {
        assertEquals(new KernelOutcome.Applied(), kernel.apply(steps));
    }

    /** A namespace is cleaned up in the kernel's own time. */
    private static void await(BooleanSupplier done) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
