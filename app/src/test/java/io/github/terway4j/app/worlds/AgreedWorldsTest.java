package io.github.terway4j.app.worlds;

import static io.github.terway4j.app.worlds.Fate.Reason.FORBIDDEN;
import static io.github.terway4j.app.worlds.Fate.Reason.INVALID;
import static io.github.terway4j.app.worlds.Fate.Reason.NO_ROUTE;
import static io.github.terway4j.app.worlds.Fate.Reason.SOURCE;
import static io.github.terway4j.app.worlds.Sketch.LOCAL;
import static io.github.terway4j.app.worlds.Sketch.MAIN;
import static io.github.terway4j.app.worlds.Sketch.arrivesIn;
import static io.github.terway4j.app.worlds.Sketch.isLost;
import static io.github.terway4j.app.worlds.Sketch.isNotSent;

import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.simulator.kernel.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Worlds about which the kernels once disagreed, each as small as it was found. */
class AgreedWorldsTest {
    private static final String APPLIED = "Applied";
    private static final String REFUSED = "Refused";
    private static final String OCCUPIED = "Occupied";

    @Test
    void who_has_no_other_ipv6_address_speaks_from_its_links_own() {
        Sketch.withCable()
                .address("b", "y", "fd00::2/64")
                .route("a", "fd00::/64", new NextHop.Direct(new LinkName("x")), MAIN)
                .datagram("a", "fd00::2", arrivesIn("b"))
                .connection("a", "fd00::2", arrivesIn("b"))
                .holds();
    }

    @Test
    void who_has_nothing_but_loopback_has_an_address_and_no_route() {
        Sketch.withCable(new Mtu(1000))
                .up("a", "lo")
                .datagram("a", "fd00::2", isNotSent(NO_ROUTE))
                .holds();
        Sketch.withCable(new Mtu(1000))
                .datagram("a", "fd00::2", isNotSent(SOURCE))
                .holds();
    }

    @Test
    void a_link_keeps_its_own_address_when_its_carrier_goes_and_gets_it_again_with_ipv6() {
        var switchedOff = "net/ipv6/conf/x/disable_ipv6";
        Sketch.withCable()
                .setting("a", switchedOff, 1)
                .setting("a", switchedOff, 0)
                .down("b", "y")
                .up("b", "y")
                .address("b", "y", "fd00::2/64")
                .route("a", "fd00::/64", new NextHop.Direct(new LinkName("x")), MAIN)
                .datagram("a", "fd00::2", arrivesIn("b"))
                .holds();
        Sketch.withCable()
                .mtu("a", "x", 1000)
                .mtu("a", "x", 1500)
                .address("b", "y", "fd00::2/64")
                .route("a", "fd00::/64", new NextHop.Direct(new LinkName("x")), MAIN)
                .datagram("a", "fd00::2", arrivesIn("b"))
                .holds();
    }

    @Test
    void who_has_no_ipv4_address_sends_from_nobodys() {
        Sketch.withCable()
                .address("b", "y", "10.0.0.2/24")
                .via("a", "0.0.0.0/0", "10.0.0.2", "x", LOCAL)
                .datagram("a", "10.0.0.2", isLost())
                .holds();
    }

    @Test
    void a_loopback_address_given_by_hand_may_be_chosen_and_cannot_leave() {
        Sketch.withCable(new Mtu(1500))
                .up("a", "x")
                .up("b", "y")
                .address("b", "y", "10.0.0.2/24")
                .address("a", "lo", "127.0.0.1/32")
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", MAIN)
                .datagram("a", "10.0.0.2", isNotSent(INVALID))
                .holds();
    }

    @Test
    void only_loopback_has_the_ipv6_address_of_loopback() {
        Sketch.withCable().address("a", "x", "::1/128").holds(REFUSED);
    }

    @Test
    void what_means_something_on_one_link_only_is_spoken_to_from_that_link() {
        Sketch.withCable(new Mtu(1500))
                .up("a", "x")
                .address("a", "lo", "fd00::1/64")
                .via("a", "::/0", "fd00::2", "x", MAIN)
                .datagram("a", "::1", isNotSent(SOURCE))
                .holds();
    }

    @Test
    void nobody_connects_to_everybody() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .connection("a", "10.0.0.255", isNotSent(NO_ROUTE))
                .datagram("a", "10.0.0.255", isNotSent(FORBIDDEN))
                .holds();
    }

    @Test
    void to_ask_for_a_broadcast_address_as_source_is_to_ask_for_none() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .datagram("a", "10.0.0.255", "10.0.0.2", arrivesIn("b"))
                .datagram("a", "10.0.0.3", "10.0.0.2", isNotSent(SOURCE))
                .holds();
    }

    @Test
    void before_the_first_address_every_source_is_taken_for_a_broadcast_address() {
        Sketch.withCable(new Mtu(1500))
                .datagram("a", "10.0.0.3", "10.0.0.2", isNotSent(NO_ROUTE))
                .holds();
    }

    @Test
    void an_address_need_not_be_removed_from_a_link_without_ipv6() {
        Sketch.withCable(new Mtu(1000)).withoutAddress("a", "x", "fd00::1/64").holds(APPLIED);
    }

    @Test
    void a_gateway_to_which_a_route_in_the_local_table_leads_is_neither_us_nor_everybody() {
        Sketch.withCable()
                .route("a", "10.0.0.0/24", new NextHop.Direct(new LinkName("x")), LOCAL)
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", 20)
                .holds(APPLIED, APPLIED);
    }

    @Test
    void who_asks_for_a_route_in_the_local_table_has_one_before_it_is_looked_into() {
        Sketch.withCable(new Mtu(1500))
                .up("a", "x")
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", MAIN)
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", LOCAL)
                .holds(REFUSED, APPLIED);
    }

    @Test
    void a_table_is_there_as_soon_as_somebody_asks_for_a_route_in_it() {
        Sketch.withCable(new Mtu(1500))
                .via("a", "0.0.0.0/0", "10.0.0.2", "x", LOCAL)
                .datagram("a", "10.0.0.1", "10.0.0.2", isNotSent(SOURCE))
                .holds(REFUSED);
    }

    @Test
    void a_route_of_ours_in_the_local_table_does_not_have_the_way_back_looked_up() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .via("b", "10.0.0.1/32", "10.0.0.3", "y", LOCAL)
                .address("b", "lo", "10.0.0.1/32")
                .datagram("a", "10.0.0.1", "10.0.0.2", isLost())
                .holds();
    }

    @Test
    void in_the_local_table_no_route_takes_the_place_of_another() {
        Sketch.withCable()
                .via("a", "0.0.0.0/0", "10.0.0.2", "x", LOCAL)
                .via("a", "0.0.0.0/0", "10.0.0.3", "x", LOCAL)
                .holds(APPLIED, REFUSED);
    }

    @Test
    void an_address_that_somebodys_route_hides_has_no_route_to_its_neighbours() {
        Sketch.withCable()
                .via("a", "10.0.0.255/32", "10.0.0.2", "x", LOCAL)
                .address("a", "x", "10.0.0.255/24")
                .connection("a", "10.0.0.2", isNotSent(NO_ROUTE))
                .holds();
    }

    @Test
    void a_rule_is_made_beside_one_that_selects_by_something_more() {
        Sketch.withCable()
                .rule("a", 512, "10.0.1.1/32", Optional.of("lo"), MAIN)
                .rule("a", 512, "0.0.0.0/0", Optional.of("lo"), MAIN)
                .rule("a", 512, "0.0.0.0/0", Optional.of("lo"), MAIN)
                .holds(APPLIED, APPLIED, APPLIED);
    }

    @Test
    void a_namespace_does_not_reach_itself_where_its_loopback_has_no_ipv6() {
        Sketch.withCable()
                .setting("a", "net/ipv6/conf/lo/disable_ipv6", 1)
                .address("a", "x", "fd00::1/64")
                .datagram("a", "fd00::1", isLost())
                .holds();
    }

    @Test
    void blackholes_go_with_the_ipv6_of_loopback() {
        Sketch.withCable()
                .address("a", "x", "fd00::1/64")
                .address("b", "y", "fd00::2/64")
                .route("a", "fd00::2/128", new NextHop.Blackhole(), MAIN)
                .setting("a", "net/ipv6/conf/lo/disable_ipv6", 1)
                .datagram("a", "fd00::2", arrivesIn("b"))
                .holds();
    }

    @Test
    void an_address_stays_when_the_same_with_another_prefix_goes() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/16")
                .address("b", "y", "10.0.0.2/31")
                .address("b", "y", "10.0.0.2/32")
                .withoutAddress("b", "y", "10.0.0.2/32")
                .datagram("a", "10.0.0.1", "10.0.0.2", arrivesIn("b"))
                .holds();
    }

    @Test
    void who_asks_by_ipv6_is_answered_where_a_permanent_neighbour_is_said_to_be() {
        Sketch.withCable()
                .address("a", "x", "fd00::1/64")
                .address("b", "y", "fd00::2/64")
                .neighbour("b", "y", "fd00::1", Mac.local(7))
                .datagram("a", "fd00::2", isLost())
                .holds();
    }

    @Test
    void a_pair_whose_peers_name_was_taken_finds_that_only_after_the_condemned_one_has_gone() {
        Sketch.withCable()
                .cable("a", "w", "b", "z")
                .retire("a", "x")
                .cable("a", "x", "b", "z")
                .cable("b", "y", "b", "v")
                .holds(OCCUPIED, APPLIED);
    }

    @Test
    void two_pairs_whose_ends_have_each_others_numbers_are_not_one() {
        Sketch.withoutAnything()
                .cable("a", "x", "a", "u")
                .cable("b", "v", "b", "y")
                .cable("a", "x", "b", "y")
                .holds(APPLIED, APPLIED, OCCUPIED);
    }

    @Test
    void an_address_is_not_local_where_the_first_of_its_subnet_is_a_broadcast_address() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("a", "lo", "10.0.0.255/24")
                .address("a", "lo", "10.0.0.2/24")
                .datagram("a", "10.0.0.2", isLost())
                .connection("a", "10.0.0.2", "10.0.1.1", isNotSent(SOURCE))
                .holds();
    }

    @Test
    void until_somebody_makes_a_rule_what_throws_in_the_local_table_throws_in_main_too() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .refuse("a", "10.0.0.0/24", Refusal.THROW, LOCAL)
                .datagram("a", "10.0.0.2", isNotSent(NO_ROUTE))
                .holds();
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .refuse("a", "10.0.0.0/24", Refusal.THROW, LOCAL)
                .rule("a", 512, "10.0.1.1/32", Optional.empty(), MAIN)
                .datagram("a", "10.0.0.2", arrivesIn("b"))
                .holds();
    }

    @Test
    void what_is_sent_to_the_neighbours_of_an_ipv6_address_of_loopback_is_lost_without_a_word() {
        Sketch.withCable()
                .address("a", "x", "fd00:1::1/64")
                .address("a", "lo", "fd00::3/96")
                .datagram("a", "fd00::1", isLost())
                .datagram("a", "fd00:1::1", "fd00::2", isLost())
                .holds();
    }

    @Test
    void the_ends_of_a_pair_in_one_namespace_have_two_names() {
        Sketch.withoutAnything()
                .cable("a", "x", "a", "x")
                .cable("a", "x", "b", "x")
                .holds(REFUSED, APPLIED);
    }

    @Test
    void a_loopback_address_does_not_leave_for_everybody_either() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .connection("a", "127.0.0.1", "10.0.0.255", isNotSent(INVALID))
                .datagram("a", "127.0.0.1", "10.0.0.255", isNotSent(INVALID))
                .holds();
    }

    @Test
    void the_address_of_loopback_with_another_prefix_is_not_the_kernels() {
        Sketch.withoutAnything().address("a", "lo", "::1/96").up("a", "lo").holds(APPLIED, APPLIED);
        Sketch.withoutAnything().up("a", "lo").address("a", "lo", "::1/96").holds(APPLIED, APPLIED);
        Sketch.withoutAnything().address("a", "lo", "::1/128").up("a", "lo").holds(APPLIED, APPLIED);
    }

    @Test
    void what_waited_for_a_neighbour_that_is_forgotten_leaves_nothing_for_the_next_packet() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/32")
                .via("b", "10.0.0.1/32", "10.0.0.1", "y", LOCAL)
                .address("b", "y", "10.0.0.1/8")
                .datagram("b", "10.0.0.1", isLost())
                .datagram("b", "10.0.0.2", "10.0.0.1", arrivesIn("a"))
                .holds();
    }

    @Test
    void a_rule_by_source_says_nothing_of_ipv6_that_has_none_yet() {
        Sketch.withCable()
                .address("a", "x", "fd00::1/96")
                .via("a", "::/0", "fd00::2", "x", 20)
                .rule("a", 1000, "::/97", Optional.empty(), 20)
                .datagram("a", "fd00:9::1", isNotSent(NO_ROUTE))
                .holds();
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .address("b", "lo", "10.9.9.9/32")
                .via("a", "0.0.0.0/0", "10.0.0.2", "x", 20)
                .rule("a", 1000, "0.0.0.0/1", Optional.empty(), 20)
                .datagram("a", "10.9.9.9", arrivesIn("b"))
                .holds();
    }

    @Test
    void what_is_for_everybody_of_a_subnet_does_not_come_in_from_an_address_of_its_own() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/16")
                .address("b", "y", "10.0.0.2/24")
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", MAIN)
                .neighbour("a", "x", "10.0.0.2", Mac.local('y'))
                .datagram("a", "10.0.0.1", "10.0.0.255", arrivesIn("b"))
                .holds();
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/16")
                .address("b", "y", "10.0.0.2/24")
                .via("a", "10.0.0.0/24", "10.0.0.2", "x", MAIN)
                .neighbour("a", "x", "10.0.0.2", Mac.local('y'))
                .address("b", "y", "10.0.0.1/30")
                .datagram("a", "10.0.0.1", "10.0.0.255", isLost())
                .holds();
    }
}
