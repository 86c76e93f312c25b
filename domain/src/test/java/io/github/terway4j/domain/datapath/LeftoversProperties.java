package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.SANDBOX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nodes on which our objects stand among those of others: their links, their routes, their rules, in their protocols. */
class LeftoversProperties {
    private static final AttachmentKey OTHER_SANDBOX = new AttachmentKey("sandbox-2", new LinkName("eth0"));
    private static final List<Ip> REMEMBERED = List.of(Ip.parse("10.0.1.3"));

    @Property
    void only_what_carries_our_marks_is_ever_named(@ForAll("nodes") KernelState node) {
        var steps = new ArrayList<>(Leftovers.of(node, SANDBOX, REMEMBERED));
        steps.addAll(Leftovers.rulesFor(node, Leftovers.unrouted(node)));
        for (var step : steps) {
            switch (step) {
                case KernelStep.Remove(KernelObject.Rule rule) -> {
                    assertEquals(Ownership.PROTOCOL, rule.protocol());
                    assertTrue(
                            rule.selector().from().isHost()
                                    || rule.selector().to().isHost(),
                            rule::words);
                    assertTrue(node.rules().contains(rule));
                }
                case KernelStep.Remove(KernelObject.Route route) -> {
                    assertEquals(Ownership.PROTOCOL, route.protocol());
                    assertTrue(route.destination().isHost(), route::words);
                    assertTrue(node.routes().contains(route));
                }
                case KernelStep.Retire retire -> {
                    assertEquals(Ownership.alias(SANDBOX), retire.alias());
                    assertEquals(
                            retire.alias(),
                            node.link(retire.link()).orElseThrow().alias());
                }
                case KernelStep other -> throw new AssertionError(other.words());
            }
        }
    }

    @Property
    void once_removed_nothing_is_left(@ForAll("nodes") KernelState node) {
        var after = after(node, Leftovers.of(node, SANDBOX, REMEMBERED));
        assertEquals(List.of(), Leftovers.of(after, SANDBOX, REMEMBERED));
        assertTrue(!Leftovers.attachments(after).contains(SANDBOX));
        var rid = after(after, Leftovers.rulesFor(after, Leftovers.unrouted(after)));
        assertEquals(List.of(), Leftovers.unrouted(rid));
    }

    @Property
    void the_attachments_of_others_are_left_alone(@ForAll("nodes") KernelState node) {
        var links = after(node, Leftovers.of(node, SANDBOX, REMEMBERED)).links();
        node.links().stream()
                .filter(link -> !link.alias().equals(Ownership.alias(SANDBOX)))
                .forEach(link -> assertTrue(links.contains(link), link::toString));
    }

    private static KernelState after(KernelState node, List<KernelStep> steps) {
        var links = new ArrayList<>(node.links());
        var routes = new ArrayList<>(node.routes());
        var rules = new ArrayList<>(node.rules());
        for (var step : steps) {
            switch (step) {
                case KernelStep.Remove(var object) -> {
                    routes.removeIf(object::equals);
                    rules.removeIf(object::equals);
                }
                case KernelStep.Retire retire ->
                    links.removeIf(link -> link.name().equals(retire.link()));
                case KernelStep other -> throw new AssertionError(other.words());
            }
        }
        return new KernelState(HOST, links, List.of(), routes, rules, List.of(), List.of(), Map.of());
    }

    @Provide
    Arbitrary<KernelState> nodes() {
        return Combinators.combine(
                        links(), routes().list().ofMaxSize(8), rules().list().ofMaxSize(8))
                .as((links, routes, rules) ->
                        new KernelState(HOST, links, List.of(), routes, rules, List.of(), List.of(), Map.of()))
                .withoutEdgeCases();
    }

    private static Arbitrary<List<Link>> links() {
        var aliases = Arbitraries.of(
                Ownership.alias(SANDBOX), Ownership.alias(OTHER_SANDBOX), "", "somebody else's", "terway4j:");
        var groups = Arbitraries.of(0, 0, 1, Ownership.RETIRED_GROUP);
        return Combinators.combine(link(1, aliases, groups), link(2, aliases, groups), link(3, aliases, groups))
                .as(List::of);
    }

    private static Arbitrary<Link> link(int index, Arbitrary<String> aliases, Arbitrary<Integer> groups) {
        return Combinators.combine(aliases, groups)
                .as((alias, group) -> new Link(
                        index, new LinkName("link" + index), "veth", Mac.local(index), 1500, true, alias, group));
    }

    private static Arbitrary<KernelObject.Route> routes() {
        var links = Arbitraries.of("link1", "link2", "link3").map(LinkName::new);
        var hops = Arbitraries.oneOf(
                links.map(NextHop.Direct::new),
                links.map(link -> new NextHop.Via(Ip.parse("10.0.1.253"), link)),
                Arbitraries.just(new NextHop.Blackhole()));
        return Combinators.combine(cidrs(), Arbitraries.of(254, 1003), hops, protocols())
                .as((cidr, table, hop, protocol) -> new KernelObject.Route(HOST, table, cidr, hop, protocol));
    }

    private static Arbitrary<KernelObject.Rule> rules() {
        var selectors = Arbitraries.oneOf(
                cidrs().map(RuleSelector::from),
                cidrs().map(RuleSelector::to),
                Arbitraries.just(RuleSelector.all(IpFamily.V4)));
        return Combinators.combine(Arbitraries.of(512, 2048), selectors, protocols())
                .as((priority, selector, protocol) -> new KernelObject.Rule(
                        HOST, priority, selector, new RuleAction.Lookup(RouteTables.MAIN), protocol));
    }

    private static Arbitrary<Cidr> cidrs() {
        return Arbitraries.of("10.0.1.1/32", "10.0.1.2/32", "10.0.1.3/32", "10.0.1.0/24", "0.0.0.0/0")
                .map(Cidr::parse);
    }

    private static Arbitrary<Integer> protocols() {
        return Arbitraries.of(Ownership.PROTOCOL, Ownership.PROTOCOL, 2, 0);
    }
}
