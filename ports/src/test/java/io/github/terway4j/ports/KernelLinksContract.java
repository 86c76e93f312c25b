package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for links: which are ours, which are in the way, and how they end. */
public interface KernelLinksContract extends KernelBench {
    String OURS = "terway4j:c0ffee/eth0";
    String SOMEBODY_ELSES = "terway4j:decaf/eth0";

    @Test
    default void both_ends_of_a_pair_are_seen_as_they_were_made() {
        var host = namespace("host");
        var pod = namespace("pod");
        var pair = pair(host, "cali1", pod, "eth0", OURS);
        assertEquals(List.of(pair), missing(pair));
        made(pair);
        var here = link(host, "cali1");
        var there = link(pod, "eth0");
        assertEquals(new Link(here.index(), pair.name(), "veth", pair.mac(), 1500, false, OURS, 0), here);
        assertEquals(new Link(there.index(), pair.peerName(), "veth", pair.peerMac(), 1500, false, "", 0), there);
        assertEquals(List.of(), missing(pair));
        made(new LinkUp(host, pair.name()));
        assertTrue(link(host, "cali1").up());
        assertTrue(!link(pod, "eth0").up());
    }

    @Test
    default void a_link_is_found_by_its_hardware_address() {
        var host = namespace("host");
        var pair = pair(host, "cali1", namespace("pod"), "eth0");
        made(pair);
        assertEquals(pair.name(), seen(host).link(pair.mac()).map(Link::name).orElseThrow());
    }

    @Test
    default void making_a_pair_that_is_there_changes_nothing() {
        var host = namespace("host");
        var pair = pair(host, "cali1", namespace("pod"), "eth0", OURS);
        made(pair, new LinkUp(host, pair.name()));
        var before = link(host, "cali1");
        made(pair);
        assertEquals(before, link(host, "cali1"));
    }

    @Test
    default void a_pair_that_is_there_with_another_mtu_gets_the_wanted_one() {
        var host = namespace("host");
        var pair = pair(host, "cali1", namespace("pod"), "eth0", OURS);
        made(pair);
        var narrow = withMtu(pair, 1400);
        assertEquals(List.of(narrow), missing(narrow));
        made(narrow);
        assertEquals(List.of(), missing(narrow));
    }

    @Test
    default void a_pair_is_not_put_where_another_link_has_its_name() {
        var host = namespace("host");
        var pod = namespace("pod");
        var foreign = namespace("foreign");
        made(pair(host, "cali1", foreign, "other", SOMEBODY_ELSES));
        assertOccupied(pair(host, "cali1", pod, "eth0", OURS), "cali1");
    }

    @Test
    default void a_pair_is_not_put_where_another_link_has_its_peers_name() {
        var host = namespace("host");
        var pod = namespace("pod");
        made(pair(namespace("foreign"), "other", pod, "eth0"));
        assertOccupied(pair(host, "cali1", pod, "eth0", OURS), "eth0");
    }

    @Test
    default void removing_a_pair_takes_both_ends_away() {
        var host = namespace("host");
        var pod = namespace("pod");
        var pair = pair(host, "cali1", pod, "eth0", OURS);
        made(pair);
        removed(pair);
        assertEquals(List.of("lo"), linkNames(host));
        assertEquals(List.of("lo"), linkNames(pod));
        removed(pair);
    }

    @Test
    default void removing_a_pair_leaves_a_link_with_another_mark_alone() {
        var host = namespace("host");
        var pod = namespace("pod");
        var theirs = pair(host, "cali1", pod, "eth0", SOMEBODY_ELSES);
        made(theirs);
        removed(pair(host, "cali1", pod, "eth0", OURS));
        assertEquals(List.of(), missing(theirs));
    }

    @Test
    default void a_retired_link_is_still_there_and_its_group_shows_it() {
        var host = namespace("host");
        var pair = pair(host, "cali1", namespace("pod"), "eth0", OURS);
        made(pair);
        done(List.of(retire(host, "cali1", OURS)));
        assertEquals(Ownership.RETIRED_GROUP, link(host, "cali1").group());
        assertEquals(OURS, link(host, "cali1").alias());
    }

    @Test
    default void retiring_leaves_a_link_with_another_mark_alone() {
        var host = namespace("host");
        made(pair(host, "cali1", namespace("pod"), "eth0", SOMEBODY_ELSES));
        done(List.of(retire(host, "cali1", OURS)));
        assertEquals(0, link(host, "cali1").group());
    }

    @Test
    default void retiring_a_link_that_is_not_there_is_no_error() {
        done(List.of(retire(namespace("host"), "cali1", OURS)));
    }

    @Test
    default void reaping_deletes_all_retired_links_and_only_those() {
        var host = namespace("host");
        var pod = namespace("pod");
        for (int i = 1; i <= 4; i++) {
            made(pair(host, "cali" + i, pod, "eth" + i, OURS + i));
        }
        done(List.of(retire(host, "cali1", OURS + 1), retire(host, "cali3", OURS + 3)));
        done(List.of(new KernelStep.ReapRetired(host)));
        assertEquals(List.of("lo", "cali2", "cali4"), linkNames(host));
        assertEquals(List.of("lo", "eth2", "eth4"), linkNames(pod));
        done(List.of(new KernelStep.ReapRetired(host)));
        assertEquals(List.of("lo", "cali2", "cali4"), linkNames(host));
    }

    @Test
    default void a_retired_link_is_in_nobodys_way() {
        var host = namespace("host");
        made(pair(host, "cali1", namespace("old"), "eth0", SOMEBODY_ELSES));
        done(List.of(retire(host, "cali1", SOMEBODY_ELSES)));
        var pair = pair(host, "cali1", namespace("pod"), "eth0", OURS);
        made(pair);
        assertEquals(List.of(), missing(pair));
        assertEquals(0, link(host, "cali1").group());
    }

    @Test
    default void a_pair_made_again_after_it_was_retired_is_not_reaped() {
        var host = namespace("host");
        var pair = pair(host, "cali1", namespace("pod"), "eth0", OURS);
        made(pair);
        done(List.of(retire(host, "cali1", OURS)));
        made(pair);
        done(List.of(new KernelStep.ReapRetired(host)));
        assertEquals(List.of(), missing(pair));
        assertEquals(0, link(host, "cali1").group());
    }

    private void assertOccupied(VethPair wanted, String inTheWay) {
        var before = List.of(seen(wanted.ns()), seen(wanted.peerNs()));
        var step = new KernelStep.Make(wanted);
        var occupied = assertInstanceOf(KernelOutcome.Occupied.class, apply(step));
        assertEquals(step, occupied.step());
        assertTrue(occupied.words().contains(inTheWay), occupied.words());
        assertEquals(before, List.of(seen(wanted.ns()), seen(wanted.peerNs())));
    }

    private Link link(NetNs ns, String name) {
        return seen(ns).link(new LinkName(name)).orElseThrow();
    }

    private List<String> linkNames(NetNs ns) {
        return seen(ns).links().stream().map(link -> link.name().text()).toList();
    }

    private static KernelStep retire(NetNs ns, String name, String alias) {
        return new KernelStep.Retire(ns, new LinkName(name), alias);
    }

    private static VethPair withMtu(VethPair pair, int bytes) {
        return new VethPair(
                pair.ns(),
                pair.name(),
                pair.mac(),
                pair.peerNs(),
                pair.peerName(),
                pair.peerMac(),
                new Mtu(bytes),
                pair.alias());
    }
}
