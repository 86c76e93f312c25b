package io.github.terway4j.ports;

import static io.github.terway4j.domain.datapath.Ownership.PROTOCOL;
import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for namespaces: they come bare, take everything with them, and their absence has a word of its own. */
public interface KernelNamespacesContract extends KernelBench {
    @Test
    default void a_new_namespace_has_only_a_loopback_link_and_it_is_down() {
        var links = seen(namespace("host")).links();
        assertEquals(
                List.of("lo"), links.stream().map(link -> link.name().text()).toList());
        assertEquals(false, links.getFirst().up());
        assertEquals("", links.getFirst().kind());
    }

    @Test
    default void a_new_namespace_holds_nothing_else() {
        var state = seen(namespace("host"));
        assertEquals(List.of(), state.addresses());
        assertEquals(List.of(), state.routes());
        assertEquals(List.of(), state.neighbours());
        assertEquals(List.of(), state.shapers());
    }

    @Test
    default void namespaces_are_listed_in_order_until_they_are_deleted() {
        var b = namespace("b");
        var a = namespace("a");
        var other = namespace("other");
        assertEquals(List.of(a, b, other), namespaces().named(PREFIX));
        assertEquals(List.of(other), namespaces().named(PREFIX + "o"));
        namespaces().delete(a);
        namespaces().delete(a);
        assertEquals(List.of(b, other), namespaces().named(PREFIX));
    }

    @Test
    default void a_name_in_use_is_not_given_again() {
        namespace("host");
        assertThrows(RuntimeException.class, () -> namespace("host"));
    }

    @Test
    default void what_was_in_a_deleted_namespace_is_not_in_the_next_of_its_name() {
        var ns = namespace("host");
        made(blackhole(ns));
        namespaces().delete(ns);
        assertEquals(List.of(), seen(namespace("host")).routes());
    }

    @Test
    default void a_namespace_that_is_gone_cannot_be_seen_or_changed() {
        var gone = namespace("gone");
        namespaces().delete(gone);
        assertNoSuchNamespace(gone);
    }

    @Test
    default void what_is_not_a_namespace_cannot_be_seen_or_changed() {
        assertNoSuchNamespace(new NetNs("/dev/null"));
    }

    @Test
    default void a_pair_whose_other_end_would_be_in_no_namespace_is_not_made() {
        var host = namespace("host");
        var gone = namespace("gone");
        namespaces().delete(gone);
        var outcome = apply(new KernelStep.Make(pair(host, "cali1", gone, "eth0")));
        assertEquals(
                gone,
                assertInstanceOf(KernelOutcome.NoSuchNamespace.class, outcome).ns());
        assertEquals(1, seen(host).links().size());
    }

    @Test
    default void in_a_namespace_that_is_gone_everything_is_removed_already() {
        var host = namespace("host");
        var gone = namespace("gone");
        namespaces().delete(gone);
        var steps = new ArrayList<KernelStep>();
        for (var object : oneOfEachKind(gone, host)) {
            steps.add(new KernelStep.Remove(object));
        }
        steps.add(new KernelStep.Retire(gone, new LinkName("eth0"), "terway4j:c0ffee/eth0"));
        steps.add(new KernelStep.ReapRetired(gone));
        done(steps);
    }

    @Test
    default void a_pair_goes_with_the_namespace_of_its_other_end() {
        var host = namespace("host");
        var pod = namespace("pod");
        var pair = pair(host, "cali1", pod, "eth0", "terway4j:c0ffee/eth0");
        made(pair);
        namespaces().delete(pod);
        eventually(() -> seen(host).link(pair.name()).isEmpty());
        removed(pair);
    }

    private void assertNoSuchNamespace(NetNs ns) {
        var other = namespace("other");
        var before = blackhole(other);
        var outcome = apply(new KernelStep.Make(blackhole(ns)), new KernelStep.Make(before));
        assertEquals(
                ns,
                assertInstanceOf(KernelOutcome.NoSuchNamespace.class, outcome).ns());
        assertEquals(List.of(before), missing(before));
        var observation = kernel().observe(ns, List.of());
        assertEquals(
                ns,
                assertInstanceOf(Observation.NoSuchNamespace.class, observation).ns());
    }

    private static KernelObject.Route blackhole(NetNs ns) {
        return new KernelObject.Route(
                ns, RouteTables.MAIN, Cidr.parse("10.7.0.0/16"), new NextHop.Blackhole(), PROTOCOL);
    }

    private static List<KernelObject> oneOfEachKind(NetNs ns, NetNs other) {
        var link = new LinkName("eth0");
        return List.of(
                pair(ns, "eth0", other, "peer0"),
                new KernelObject.LinkUp(ns, link),
                new KernelObject.LinkMtu(ns, link, new Mtu(1400)),
                new KernelObject.Address(ns, link, InterfaceAddress.parse("10.0.1.20/32")),
                blackhole(ns),
                new KernelObject.Rule(
                        ns,
                        512,
                        RuleSelector.to(Cidr.parse("10.0.1.20/32")),
                        new RuleAction.Lookup(RouteTables.MAIN),
                        PROTOCOL),
                new KernelObject.Neighbour(ns, link, Ip.parse("169.254.1.1"), Mac.local(7)),
                new KernelObject.Sysctl(ns, "net/ipv4/conf/eth0/rp_filter", "0"),
                new KernelObject.Shaper(ns, link, Tbf.shaping(Rate.ofBitsPerSecond(1_000_000), new Mtu(1500))));
    }
}
