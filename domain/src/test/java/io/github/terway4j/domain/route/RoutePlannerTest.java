package io.github.terway4j.domain.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {
    private static final ListedNode ONE = node("node-1", "i-1", "10.244.1.0/24");
    private static final ListedNode TWO = node("node-2", "i-2", "10.244.2.0/24");
    private static final List<ListedNode> BOTH = List.of(ONE, TWO);
    private static final RoutePlan NOTHING = new RoutePlan(List.of(), false, List.of());

    @Test
    void a_node_has_its_own_route_made_and_no_others() {
        assertEquals(List.of("route 10.244.1.0/24 to i-1"), words(RoutePlanner.plan(ONE, BOTH, List.of())));
        assertEquals(List.of("route 10.244.2.0/24 to i-2"), words(RoutePlanner.plan(TWO, BOTH, List.of())));
    }

    @Test
    void a_node_has_one_for_each_of_its_blocks() {
        var dual = node("node-1", "i-1", "10.244.1.0/24", "fd00:244:1::/64");
        assertEquals(
                List.of("route fd00:244:1::/64 to i-1"),
                words(RoutePlanner.plan(dual, List.of(dual), List.of(ours("10.244.1.0/24", "i-1")))));
    }

    @Test
    void where_the_route_is_there_nothing_is_to_be_done_whoever_made_it() {
        assertEquals(NOTHING, RoutePlanner.plan(ONE, BOTH, List.of(ours("10.244.1.0/24", "i-1"))));
        assertEquals(NOTHING, RoutePlanner.plan(ONE, BOTH, List.of(theirs("10.244.1.0/24", "i-1"))));
    }

    @Test
    void while_a_route_is_on_its_way_the_table_is_left_alone() {
        var coming = new VpcRoute(
                Cidr.parse("192.168.7.0/24"), new VpcNextHop.Elsewhere("VpnGateway", "vpn-1"), RouteStatus.CREATING);
        assertEquals(new RoutePlan(List.of(), true, List.of()), RoutePlanner.plan(ONE, BOTH, List.of(coming)));
    }

    @Test
    void what_was_made_for_a_node_that_is_gone_goes_after_the_own_has_come() {
        var plan = RoutePlanner.plan(TWO, List.of(TWO), List.of(ours("10.244.1.0/24", "i-1")));
        assertEquals(List.of("route 10.244.2.0/24 to i-2", "route 10.244.1.0/24 to i-1 no more"), words(plan));
        assertTrue(plan.goesOn());
    }

    @Test
    void a_route_of_ours_to_the_machine_that_had_the_block_before_makes_way() {
        var reborn = node("node-1", "i-9", "10.244.1.0/24");
        var plan = RoutePlanner.plan(reborn, List.of(reborn), List.of(ours("10.244.1.0/24", "i-1")));
        assertEquals(List.of("route 10.244.1.0/24 to i-1 no more"), words(plan));
        assertEquals(List.of(), plan.troubles());
    }

    @Test
    void a_strangers_route_stays_and_what_it_stands_in_the_way_of_is_told() {
        var strangers = List.of(theirs("10.244.1.0/24", "i-7"), theirs("10.9.0.0/16", "i-8"));
        var plan = RoutePlanner.plan(ONE, BOTH, strangers);
        assertEquals(List.of(), plan.actions());
        assertEquals(List.of("10.244.1.0/24 of this node is routed to i-7 by somebody else"), plan.troubles());
    }

    @Test
    void a_node_of_which_machine_or_block_is_not_known_has_no_route() {
        var new1 = new ListedNode("new", "", List.of(Cidr.parse("10.244.3.0/24")));
        var bare = node("bare", "i-3");
        assertEquals(NOTHING, RoutePlanner.plan(new1, List.of(new1, bare), List.of()));
        assertEquals(NOTHING, RoutePlanner.plan(bare, List.of(new1, bare), List.of()));
    }

    @Test
    void a_machine_is_known_in_both_ways_of_writing_it() {
        assertEquals(Optional.of(new InstanceId("i-1")), ONE.instance());
        assertEquals(
                Optional.of(new InstanceId("i-1")),
                new ListedNode("node-1", "alicloud://cn-hangzhou.i-1", List.of()).instance());
        assertEquals(Optional.empty(), new ListedNode("node-1", "kind://docker/kind", List.of()).instance());
    }

    private static List<String> words(RoutePlan plan) {
        return plan.actions().stream().map(RouteAction::words).toList();
    }

    private static ListedNode node(String name, String instance, String... blocks) {
        return new ListedNode(
                name,
                "cn-hangzhou." + instance,
                List.of(blocks).stream().map(Cidr::parse).toList());
    }

    private static VpcRoute ours(String destination, String instance) {
        return route(destination, instance, VpcRoute.MARK);
    }

    private static VpcRoute theirs(String destination, String instance) {
        return route(destination, instance, "");
    }

    private static VpcRoute route(String destination, String instance, String description) {
        return new VpcRoute(
                Cidr.parse(destination),
                new VpcNextHop.ToInstance(new InstanceId(instance)),
                RouteStatus.AVAILABLE,
                description);
    }
}
