package io.github.terway4j.simulator.kernel;

import static io.github.terway4j.simulator.kernel.DropReason.BROADCAST;
import static io.github.terway4j.simulator.kernel.DropReason.FORWARDING_OFF;
import static io.github.terway4j.simulator.kernel.DropReason.IPV6_OFF;
import static io.github.terway4j.simulator.kernel.DropReason.LINK_DOWN;
import static io.github.terway4j.simulator.kernel.DropReason.MARTIAN_DESTINATION;
import static io.github.terway4j.simulator.kernel.DropReason.MARTIAN_SOURCE;
import static io.github.terway4j.simulator.kernel.DropReason.NEIGHBOUR_UNREACHABLE;
import static io.github.terway4j.simulator.kernel.DropReason.NO_SUCH_NAMESPACE;
import static io.github.terway4j.simulator.kernel.DropReason.OTHER_HOST;
import static io.github.terway4j.simulator.kernel.DropReason.TTL_EXCEEDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can happen to a packet between two namespaces, and between three. */
final class PacketWalkTest {
    private final Lab lab = new Lab();
    private final NetNs a = lab.ns("a");
    private final NetNs b = lab.ns("b");
    private final NetNs c = lab.ns("c");

    @BeforeEach
    void three_namespaces_in_a_row() {
        lab.up(a, "lo").up(b, "lo").up(c, "lo").wire(a, "ab", b, "ba").wire(b, "bc", c, "cb");
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24");
        lab.address(b, "bc", "10.0.2.2/24").address(c, "cb", "10.0.2.3/24");
        lab.via(a, "0.0.0.0/0", "10.0.1.2", "ab").via(c, "0.0.0.0/0", "10.0.2.2", "cb");
        lab.set(b, "ipv4/ip_forward", 1);
    }

    @Test
    void a_walk_tells_each_thing_that_happened_in_order() {
        assertEquals(
                List.of(
                        new Hop.Routed(a, 32766, 254, "0.0.0.0/0 via 10.0.1.2 dev ab"),
                        new Hop.Sent(a, new LinkName("ab"), Ip.parse("10.0.1.2"), macOf(b, "ba")),
                        new Hop.Received(b, new LinkName("ba")),
                        new Hop.Routed(b, 32766, 254, "10.0.2.0/24 dev bc src 10.0.2.2"),
                        new Hop.Sent(b, new LinkName("bc"), Ip.parse("10.0.2.3"), macOf(c, "cb")),
                        new Hop.Received(c, new LinkName("cb")),
                        new Hop.Routed(c, 0, 255, "10.0.2.3/32 local dev cb")),
                lab.walk(a, "10.0.2.3").hops());
        assertEquals(
                new WalkEnd.Delivered(c, new LinkName("cb")),
                lab.walk(a, "10.0.2.3").end());
    }

    @Test
    void an_answer_goes_back_to_where_the_request_came_from() {
        var trip = lab.machine.packets().roundTrip(a, Ip.parse("10.0.2.3"));
        assertTrue(trip.joins(a, c), trip.words());
        assertFalse(trip.joins(a, b));
        assertFalse(trip.joins(b, c));
    }

    @Test
    void an_answer_that_finds_no_way_back_is_lost_traffic() {
        lab.unmake(Lab.route(c, 254, "0.0.0.0/0", new NextHop.Via(Ip.parse("10.0.2.2"), new LinkName("cb"))));
        var lost = (TrafficOutcome.Lost) lab.machine.traffic().exchange(a, c, Ip.parse("10.0.2.3"), 1);
        assertTrue(lost.words().endsWith("dropped in /run/netns/c: no route to 10.0.1.1"), lost.words());
    }

    @Test
    void an_answer_uses_the_neighbour_that_the_question_made_known() {
        lab.noAddress(c, "cb", "10.0.2.3/24").address(c, "lo", "10.0.2.3/32").direct(c, "10.0.2.2/32", "cb");
        var trip = lab.machine.packets().roundTrip(b, Ip.parse("10.0.2.3"));
        assertTrue(trip.joins(b, c), trip.words());
    }

    @Test
    void packets_that_go_round_in_a_loop_end_when_their_time_to_live_is_up() {
        lab.via(b, "10.9.0.0/16", "10.0.2.3", "bc").set(c, "ipv4/ip_forward", 1);
        var walk = lab.walk(a, "10.9.0.9");
        Lab.ends(walk, c, TTL_EXCEEDED);
        assertEquals(
                64,
                walk.hops().stream().filter(hop -> hop instanceof Hop.Received).count());
    }

    @Test
    void a_packet_that_comes_back_to_its_sender_is_dropped_there() {
        lab.via(b, "10.9.0.0/16", "10.0.1.1", "ba").set(a, "ipv4/ip_forward", 1);
        Lab.ends(lab.walk(a, "10.9.0.9"), a, MARTIAN_SOURCE);
    }

    @Test
    void a_packet_may_leave_by_the_link_on_which_it_came() {
        var d = lab.ns("d");
        var segment = Segment.ofSwitch();
        var names = List.of(a, b, d);
        for (var ns : names) {
            lab.machine.plug(ns, new LinkName("sw0"), lab.nextMac(), new Mtu(1500), segment);
            lab.up(ns, "sw0").address(ns, "sw0", "10.0.7." + (names.indexOf(ns) + 1) + "/32");
        }
        lab.via(a, "10.0.7.3/32", "10.0.7.2", "sw0")
                .direct(b, "10.0.7.3/32", "sw0")
                .direct(b, "10.0.7.1/32", "sw0");
        lab.arrives(a, d, "10.0.7.1", "10.0.7.3");
    }

    @Test
    void forwarding_must_be_on_where_the_packet_comes_in() {
        lab.set(b, "ipv4/conf/ba/forwarding", 0);
        Lab.ends(lab.walk(a, "10.0.2.3"), b, FORWARDING_OFF);
        lab.arrives(a, b, "10.0.2.2");
        lab.arrives(c, a, "10.0.1.1");
    }

    @Test
    void nothing_passes_a_pair_of_which_an_end_is_down() {
        lab.machine.turnDown(c, new LinkName("cb"));
        Lab.ends(lab.walk(a, "10.0.2.3"), b, LINK_DOWN);
        lab.machine.turnDown(b, new LinkName("bc"));
        Lab.ends(lab.walk(a, "10.0.2.3"), b, DropReason.NO_ROUTE);
    }

    @Test
    void a_link_that_comes_up_again_has_its_neighbours_back_and_no_other_routes() {
        lab.machine.turnDown(a, new LinkName("ab"));
        lab.up(a, "ab").arrives(a, b, "10.0.1.2");
        Lab.ends(lab.walk(a, "10.0.2.3"), a, DropReason.NO_ROUTE);
    }

    @Test
    void a_frame_for_another_hardware_address_is_ignored() {
        lab.neighbour(a, "ab", "10.0.1.2", Mac.local(0x77));
        Lab.ends(lab.walk(a, "10.0.2.3"), b, OTHER_HOST);
    }

    @Test
    void a_permanent_neighbour_is_not_asked_for() {
        lab.direct(a, "10.5.0.0/16", "ab").direct(b, "10.5.0.5/32", "lo");
        Lab.ends(lab.walk(a, "10.5.0.5"), a, NEIGHBOUR_UNREACHABLE);
        lab.neighbour(a, "ab", "10.5.0.5", macOf(b, "ba")).address(b, "lo", "10.5.0.6/32");
        lab.direct(a, "10.5.0.6/32", "ab").arrives(a, b, "10.5.0.6");
        assertEquals(b, lab.walk(a, "10.5.0.5").end().ns());
    }

    @Test
    void localhost_stays_at_home() {
        lab.direct(a, "127.5.0.0/16", "ab");
        lab.neighbour(a, "ab", "127.5.0.5", macOf(b, "ba"));
        lab.rule(a, 0, RuleSelector.all(IpFamily.V4), 254);
        lab.arrives(a, a, "127.5.0.5");
        var from = new Packet(Ip.parse("10.0.1.1"), Ip.parse("127.5.0.5"), 64);
        assertEquals(new Decision.Drop(MARTIAN_DESTINATION), InputRouting.decide(deviceOf(b, "ba"), from));
        var back = new Packet(Ip.parse("127.0.0.1"), Ip.parse("10.0.1.2"), 64);
        assertEquals(new Decision.Drop(MARTIAN_SOURCE), InputRouting.decide(deviceOf(b, "ba"), back));
    }

    @Test
    void a_broadcast_address_is_nobodys() {
        Lab.ends(lab.walk(a, "10.0.1.255"), a, BROADCAST);
        Lab.ends(lab.walk(a, "10.0.2.255"), b, BROADCAST);
    }

    @Test
    void a_link_without_ipv6_lets_none_in() {
        lab.address(a, "ab", "fd00:1::1/64").set(b, "ipv6/conf/ba/disable_ipv6", 1);
        lab.neighbour(a, "ab", "fd00:1::2", macOf(b, "ba"));
        Lab.ends(lab.walk(a, "fd00:1::2"), b, IPV6_OFF);
    }

    @Test
    void nobody_walks_from_a_namespace_that_is_gone() {
        lab.machine.namespaces().delete(a);
        Lab.ends(lab.walk(a, "10.0.1.2"), a, NO_SUCH_NAMESPACE);
    }

    private Mac macOf(NetNs ns, String link) {
        return lab.seen(ns).link(new LinkName(link)).orElseThrow().mac();
    }

    private Device deviceOf(NetNs ns, String link) {
        var stack = ((SimulatedNamespaces) lab.machine.namespaces()).stack(ns).orElseThrow();
        return stack.device(new LinkName(link)).orElseThrow();
    }
}
