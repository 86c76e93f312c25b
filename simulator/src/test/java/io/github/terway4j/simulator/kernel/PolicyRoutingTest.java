package io.github.terway4j.simulator.kernel;

import static io.github.terway4j.simulator.kernel.DropReason.BLACKHOLE;
import static io.github.terway4j.simulator.kernel.DropReason.NO_ROUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules in order, tables by number: a host with two ways out. */
final class PolicyRoutingTest {
    private static final RuleSelector ALL = RuleSelector.all(IpFamily.V4);

    private final Lab lab = new Lab();
    private final NetNs host = lab.ns("host");
    private final NetNs left = lab.ns("left");
    private final NetNs right = lab.ns("right");

    @BeforeEach
    void two_ways_lead_to_the_same_address() {
        lab.wire(host, "eth0", left, "eth0").wire(host, "eth1", right, "eth0");
        lab.address(host, "eth0", "10.0.0.1/32").address(host, "eth1", "10.1.0.1/32");
        lab.address(left, "eth0", "10.9.0.9/32").address(right, "eth0", "10.9.0.9/32");
        lab.make(Lab.route(host, 7, "0.0.0.0/0", new NextHop.Direct(new LinkName("eth0"))));
        lab.make(Lab.route(host, 8, "10.9.0.0/16", new NextHop.Direct(new LinkName("eth1"))));
    }

    @Test
    void a_table_that_no_rule_leads_to_is_not_asked() {
        Lab.ends(lab.walk(host, "10.9.0.9"), host, NO_ROUTE);
    }

    @Test
    void the_rule_of_lowest_priority_number_speaks_first_even_with_a_wider_route() {
        lab.rule(host, 200, ALL, 8).rule(host, 100, ALL, 7).arrives(host, left, "10.9.0.9");
        assertEquals(new Hop.Routed(host, 100, 7, "0.0.0.0/0 dev eth0"), firstHop("10.9.0.9"));
    }

    @Test
    void of_one_priority_the_rule_that_came_first_speaks_first() {
        lab.rule(host, 100, RuleSelector.to(Cidr.parse("10.9.0.0/16")), 8).rule(host, 100, ALL, 7);
        lab.arrives(host, right, "10.9.0.9");
    }

    @Test
    void a_rule_whose_table_has_no_route_leaves_the_word_to_the_next() {
        lab.rule(host, 100, ALL, 9).rule(host, 200, ALL, 8).arrives(host, right, "10.9.0.9");
    }

    @Test
    void a_blackhole_is_an_answer_and_ends_the_asking() {
        lab.make(Lab.route(host, 9, "10.9.0.0/16", new NextHop.Blackhole()));
        lab.rule(host, 100, ALL, 9).rule(host, 200, ALL, 8);
        Lab.ends(lab.walk(host, "10.9.0.9"), host, BLACKHOLE);
    }

    @Test
    void a_rule_can_itself_be_a_blackhole() {
        lab.rule(host, 200, ALL, 8).make(new KernelObject.Rule(host, 100, ALL, new RuleAction.Blackhole(), 4));
        Lab.ends(lab.walk(host, "10.9.0.9"), host, BLACKHOLE);
    }

    @Test
    void rules_select_by_source_and_by_destination() {
        lab.rule(host, 100, RuleSelector.from(Cidr.parse("10.1.0.1/32")), 8);
        lab.rule(host, 200, RuleSelector.to(Cidr.parse("10.9.0.9/32")), 7);
        lab.arrives(host, right, "10.1.0.1", "10.9.0.9");
        lab.arrives(host, left, "10.0.0.1", "10.9.0.9");
        Lab.ends(lab.walk(host, "10.1.0.1", "10.8.0.8"), host, NO_ROUTE);
    }

    @Test
    void what_a_namespace_sends_itself_arrives_on_loopback_as_rules_see_it() {
        lab.rule(host, 100, ALL.arrivingOn(new LinkName("eth0")), 7);
        lab.rule(host, 200, ALL.arrivingOn(new LinkName("lo")), 8);
        lab.arrives(host, right, "10.9.0.9");
    }

    @Test
    void what_is_forwarded_is_selected_by_the_link_it_came_in_by() {
        lab.set(host, "ipv4/ip_forward", 1).rule(host, 100, ALL.arrivingOn(new LinkName("eth0")), 8);
        lab.address(left, "eth0", "10.2.0.2/32").noAddress(left, "eth0", "10.9.0.9/32");
        lab.direct(left, "10.0.0.1/32", "eth0").via(left, "10.9.0.9/32", "10.0.0.1", "eth0");
        lab.arrives(left, right, "10.9.0.9");
        assertEquals(
                new Hop.Routed(host, 100, 8, "10.9.0.0/16 dev eth1"),
                lab.walk(left, "10.9.0.9").hops().get(3));
    }

    @Test
    void no_rule_comes_before_the_local_table() {
        lab.up(host, "lo").rule(host, 0, ALL, 7).arrives(host, host, "10.0.0.1");
    }

    @Test
    void a_removed_rule_is_no_longer_asked() {
        var rule = new KernelObject.Rule(host, 100, ALL, new RuleAction.Lookup(7), 4);
        lab.make(rule).rule(host, 200, ALL, 8).unmake(rule).arrives(host, right, "10.9.0.9");
    }

    private Hop.Routed firstHop(String destination) {
        return assertInstanceOf(
                Hop.Routed.class, lab.walk(host, destination).hops().getFirst());
    }
}
