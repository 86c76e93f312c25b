package io.github.terway4j.app.worlds;

import static io.github.terway4j.app.worlds.Sketch.arrivesIn;
import static io.github.terway4j.app.worlds.Sketch.isLost;

import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import org.junit.jupiter.api.Test;

/**
 * Worlds about links that stand on others in which the kernels once disagreed. The simulated one is held to them
 * everywhere, and the real one wherever it has such links.
 */
class AgreedWorldsOfEverythingTest {
    private static final String APPLIED = "Applied";
    private static final String REFUSED = "Refused";
    private static final String OCCUPIED = "Occupied";

    @Test
    void a_slave_of_a_slave_stands_on_what_that_one_stands_on() {
        Sketch.withCable()
                .ipvlan("b", "i", "a", "x")
                .ipvlan("b", "j", "b", "i")
                .ipvlan("b", "j", "a", "x")
                .ipvlan("b", "j", "b", "i")
                .holds(APPLIED, APPLIED, APPLIED, OCCUPIED);
    }

    @Test
    void a_slave_may_have_a_name_that_another_link_has_where_its_parent_is() {
        Sketch.withCable()
                .ipvlan("b", "x", "a", "x")
                .vlan("b", "v", "a", "x", 2)
                .vlan("a", "v", "a", "x", 3)
                .holds(APPLIED, APPLIED, APPLIED);
    }

    @Test
    void a_slave_is_made_elsewhere_whatever_index_one_has_where_its_parent_is() {
        Sketch.withCable()
                .ipvlan("b", "i", "a", "x")
                .ipvlan("a", "j", "b", "y")
                .ipvlan("a", "k", "b", "y")
                .holds(APPLIED, APPLIED, APPLIED);
    }

    @Test
    void a_slave_is_no_end_of_a_pair_with_its_parent() {
        Sketch.withCable().ipvlan("b", "x", "a", "x").cable("b", "x", "a", "x").holds(APPLIED, OCCUPIED);
    }

    @Test
    void a_slave_takes_no_tags() {
        Sketch.withCable()
                .ipvlan("a", "i", "a", "x")
                .vlan("a", "v", "a", "i", 2)
                .holds(APPLIED, REFUSED);
    }

    @Test
    void a_vlan_goes_down_when_what_it_stands_on_moves_to_another_namespace() {
        Sketch.withCable()
                .vlan("a", "v", "a", "x", 3)
                .up("a", "v")
                .moved("b", "eth0", "a", "x")
                .up("a", "v")
                .up("b", "eth0")
                .holds(APPLIED, REFUSED, APPLIED);
    }

    @Test
    void a_slave_that_asks_in_the_name_of_another_link_hears_no_answer() {
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .up("b", "i")
                .address("b", "i", "10.0.0.2/24")
                .address("b", "lo", "10.0.9.9/32")
                .address("a", "x", "10.0.0.1/24")
                .via("a", "10.0.9.9/32", "10.0.0.2", "x", Sketch.MAIN)
                .datagram("b", "10.0.9.9", "10.0.0.1", isLost())
                .datagram("b", "10.0.0.2", "10.0.0.1", arrivesIn("a"))
                .holds();
    }

    @Test
    void a_slave_that_its_parent_makes_too_narrow_keeps_ipv6_until_it_comes_up_again() {
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .up("b", "i")
                .address("a", "x", "fd00::1/96")
                .address("b", "i", "fd00::2/96")
                .mtu("b", "y", 1000)
                .datagram("a", "fd00::2", arrivesIn("b"))
                .holds();
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .up("b", "i")
                .address("a", "x", "fd00::1/96")
                .mtu("b", "y", 1000)
                .address("b", "i", "fd00::2/96")
                .down("b", "i")
                .up("b", "i")
                .address("b", "i", "fd00::3/96")
                .datagram("a", "fd00::2", isLost())
                .holds(APPLIED, APPLIED, APPLIED, APPLIED, APPLIED, "Done", APPLIED, REFUSED);
    }

    @Test
    void a_slave_that_its_parent_makes_wide_enough_gets_ipv6_with_its_next_address() {
        Sketch.withCable()
                .mtu("b", "y", 1000)
                .ipvlan("b", "i", "b", "y")
                .up("b", "i")
                .address("a", "x", "fd00::1/96")
                .address("b", "i", "fd00::2/96")
                .mtu("b", "y", 1500)
                .address("b", "i", "fd00::2/96")
                .datagram("a", "fd00::2", arrivesIn("b"))
                .holds(APPLIED, APPLIED, APPLIED, APPLIED, REFUSED, APPLIED, APPLIED);
    }

    @Test
    void a_slave_keeps_a_width_of_its_own_while_that_of_its_parent_stays() {
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .mtu("b", "i", 1400)
                .mtu("b", "y", 1500)
                .holds(APPLIED, APPLIED, APPLIED);
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .mtu("b", "i", 1400)
                .mtu("b", "y", 1450)
                .holds(APPLIED, APPLIED, APPLIED);
    }

    @Test
    void a_slave_gets_no_address_twice_but_ipv6_with_another_prefix() {
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .address("b", "i", "10.0.0.2/24")
                .address("b", "i", "10.0.0.2/24")
                .address("b", "i", "10.0.0.2/32")
                .address("b", "i", "fd00::2/96")
                .address("b", "i", "fd00::2/96")
                .address("b", "i", "fd00::2/128")
                .holds(APPLIED, APPLIED, REFUSED, APPLIED, APPLIED, APPLIED);
    }

    @Test
    void what_is_redirected_meets_the_filters_of_the_link_that_it_comes_in_by() {
        var redirection = new FilterAction.RedirectIn(new LinkName("z"));
        Sketch.withCable()
                .cable("b", "z", "a", "u")
                .up("b", "z")
                .up("a", "u")
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .filter("b", "y", Hook.INGRESS, 1, new FilterMatch.To(Cidr.parse("10.0.0.2/32")), redirection)
                .datagram("a", "10.0.0.2", arrivesIn("b"))
                .holds();
        Sketch.withCable()
                .cable("b", "z", "a", "u")
                .up("b", "z")
                .up("a", "u")
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .filter("b", "y", Hook.INGRESS, 1, new FilterMatch.To(Cidr.parse("10.0.0.2/32")), redirection)
                .filter(
                        "b",
                        "z",
                        Hook.INGRESS,
                        1,
                        new FilterMatch.From(Cidr.parse("10.0.0.1/32")),
                        new FilterAction.PushTag(new VlanId(3)))
                .datagram("a", "10.0.0.2", isLost())
                .holds();
    }

    @Test
    void what_is_redirected_round_in_circles_is_lost() {
        Sketch.withCable()
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .filter(
                        "b",
                        "y",
                        Hook.INGRESS,
                        1,
                        new FilterMatch.To(Cidr.parse("10.0.0.2/32")),
                        new FilterAction.RedirectIn(new LinkName("y")))
                .datagram("a", "10.0.0.2", isLost())
                .holds();
    }

    @Test
    void what_is_redirected_to_a_parent_reaches_its_slave() {
        Sketch.withCable()
                .cable("b", "z", "a", "u")
                .up("b", "z")
                .ipvlan("b", "i", "b", "z")
                .up("b", "i")
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/24")
                .address("b", "i", "10.0.1.2/24")
                .via("a", "10.0.1.0/24", "10.0.0.2", "x", Sketch.MAIN)
                .filter(
                        "b",
                        "y",
                        Hook.INGRESS,
                        1,
                        new FilterMatch.To(Cidr.parse("10.0.1.2/32")),
                        new FilterAction.RedirectIn(new LinkName("z")))
                .filter(
                        "b",
                        "i",
                        Hook.INGRESS,
                        1,
                        new FilterMatch.To(Cidr.parse("10.0.1.2/32")),
                        new FilterAction.PushTag(new VlanId(3)))
                .datagram("a", "10.0.1.2", isLost())
                .holds();
    }

    @Test
    void slaves_of_one_parent_hear_each_other_by_the_link_local_addresses_of_their_own() {
        Sketch.withCable()
                .ipvlan("a", "i", "b", "y")
                .ipvlan("b", "j", "b", "y")
                .up("a", "i")
                .up("b", "j")
                .address("b", "j", "fd00::2/96")
                .via("a", "::/0", "fd00::9", "i", Sketch.MAIN)
                .neighbour("a", "i", "fd00::9", Mac.parse("02:00:00:00:00:99"))
                .connection("a", "fd00::2", isLost())
                .holds();
        Sketch.withCable()
                .ipvlan("a", "i", "b", "y")
                .ipvlan("b", "j", "b", "y")
                .up("a", "i")
                .up("b", "j")
                .address("b", "j", "fd00::2/96")
                .route("a", "fd00::/96", new NextHop.Direct(new LinkName("i")), Sketch.MAIN)
                .connection("a", "fd00::2", arrivesIn("b"))
                .holds();
    }

    @Test
    void a_slave_learns_where_the_asker_is_from_a_question_for_its_parents_address() {
        Sketch.withCable()
                .ipvlan("b", "i", "b", "y")
                .up("b", "i")
                .address("a", "x", "10.0.0.1/24")
                .address("b", "y", "10.0.0.2/32")
                .route("b", "10.0.0.0/24", new NextHop.Direct(new LinkName("i")), Sketch.MAIN)
                .connection("a", "10.0.0.2", arrivesIn("b"))
                .holds();
    }

    @Test
    void filters_meet_the_questions_of_ipv6_too_and_tags_those_of_arp() {
        Sketch.withCable()
                .address("a", "x", "fd00::1/96")
                .address("b", "y", "fd00::2/96")
                .filter(
                        "b",
                        "y",
                        Hook.EGRESS,
                        11,
                        new FilterMatch.To(Cidr.parse("fd00::/97")),
                        new FilterAction.PopTag())
                .filter(
                        "b",
                        "y",
                        Hook.EGRESS,
                        12,
                        new FilterMatch.From(Cidr.parse("fd00::2/128")),
                        new FilterAction.PushTag(new VlanId(3)))
                .datagram("b", "fd00::1", isLost())
                .holds();
        Sketch.withCable()
                .vlan("a", "v", "a", "x", 3)
                .vlan("b", "w", "b", "y", 3)
                .up("a", "v")
                .up("b", "w")
                .address("a", "v", "10.0.0.1/24")
                .address("b", "w", "10.0.0.2/24")
                .datagram("a", "10.0.0.2", arrivesIn("b"))
                .holds();
        Sketch.withCable()
                .vlan("a", "v", "a", "x", 3)
                .vlan("b", "w", "b", "y", 3)
                .up("a", "v")
                .up("b", "w")
                .address("a", "v", "10.0.0.1/24")
                .address("b", "w", "10.0.0.2/24")
                .filter("b", "y", Hook.EGRESS, 11, new FilterMatch.Tagged(), new FilterAction.PopTag())
                .datagram("a", "10.0.0.2", isLost())
                .holds();
    }
}
