package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which settings move which others, as tried on Linux 6.18. */
final class SettingsTest {
    private final Lab lab = new Lab();
    private final NetNs ns = lab.ns("host");

    @BeforeEach
    void a_link_is_there() {
        lab.wire(ns, "eth0", lab.ns("peer"), "eth0");
    }

    @Test
    void a_new_link_begins_with_what_default_says() {
        lab.set(ns, "ipv4/conf/default/rp_filter", 2).set(ns, "ipv6/conf/default/accept_ra", 0);
        lab.wire(ns, "eth1", ns, "eth2");
        assertReads("ipv4/conf/eth1/rp_filter", 2);
        assertReads("ipv6/conf/eth2/accept_ra", 0);
        assertReads("ipv6/conf/eth0/accept_ra", 1);
    }

    @Test
    void ipv4s_default_reaches_back_to_links_that_nobody_touched() {
        lab.wire(ns, "touched", ns, "addressed").set(ns, "ipv4/conf/touched/rp_filter", 0);
        lab.address(ns, "addressed", "10.0.0.1/24");
        lab.set(ns, "ipv4/conf/default/rp_filter", 2);
        assertReads("ipv4/conf/eth0/rp_filter", 2);
        assertReads("ipv4/conf/touched/rp_filter", 0);
        assertReads("ipv4/conf/addressed/rp_filter", 0);
    }

    @Test
    void a_link_made_after_default_was_set_no_longer_follows_it() {
        lab.set(ns, "ipv4/conf/default/rp_filter", 2).wire(ns, "eth1", ns, "eth2");
        lab.set(ns, "ipv4/conf/default/rp_filter", 1);
        assertReads("ipv4/conf/eth1/rp_filter", 2);
        assertReads("ipv4/conf/eth0/rp_filter", 1);
    }

    @Test
    void switching_forwarding_on_for_all_does_it_everywhere() {
        lab.set(ns, "ipv4/ip_forward", 1).set(ns, "ipv6/conf/all/forwarding", 1);
        for (var place : new String[] {"all", "default", "lo", "eth0"}) {
            assertReads("ipv4/conf/" + place + "/forwarding", 1);
            assertReads("ipv6/conf/" + place + "/forwarding", 1);
        }
        assertReads("ipv4/ip_forward", 1);
    }

    @Test
    void forwarding_that_is_on_for_all_already_is_not_switched_on_again_for_ipv4_but_is_for_ipv6() {
        lab.set(ns, "ipv4/ip_forward", 1).set(ns, "ipv6/conf/all/forwarding", 1);
        lab.set(ns, "ipv4/conf/eth0/forwarding", 0).set(ns, "ipv6/conf/eth0/forwarding", 0);
        lab.set(ns, "ipv4/conf/all/forwarding", 1).set(ns, "ipv6/conf/all/forwarding", 1);
        assertReads("ipv4/conf/eth0/forwarding", 0);
        assertReads("ipv6/conf/eth0/forwarding", 1);
    }

    @Test
    void default_forwarding_is_for_links_to_come() {
        lab.set(ns, "ipv4/conf/default/forwarding", 1).set(ns, "ipv6/conf/default/forwarding", 1);
        assertReads("ipv4/conf/eth0/forwarding", 0);
        assertReads("ipv6/conf/eth0/forwarding", 0);
        lab.wire(ns, "eth1", ns, "eth2");
        assertReads("ipv4/conf/eth1/forwarding", 1);
        assertReads("ipv6/conf/eth1/forwarding", 1);
    }

    @Test
    void forced_ipv6_forwarding_for_all_leaves_default_alone() {
        lab.set(ns, "ipv6/conf/all/force_forwarding", 1);
        assertReads("ipv6/conf/eth0/force_forwarding", 1);
        assertReads("ipv6/conf/default/force_forwarding", 0);
    }

    @Test
    void ipv6_off_for_all_takes_every_address_and_on_again_brings_none_back() {
        lab.address(ns, "eth0", "fd00::1/64").set(ns, "ipv6/conf/all/disable_ipv6", 1);
        assertReads("ipv6/conf/eth0/disable_ipv6", 1);
        assertReads("ipv6/conf/default/disable_ipv6", 1);
        lab.set(ns, "ipv6/conf/all/disable_ipv6", 0);
        assertEquals(0, lab.seen(ns).addresses().size());
    }

    @Test
    void a_setting_takes_numbers_only() {
        var object = new KernelObject.Sysctl(ns, "net/ipv4/conf/eth0/rp_filter", "on");
        assertEquals("Invalid argument", lab.refusal(object));
    }

    @Test
    void the_stronger_of_all_and_the_link_filters() {
        var peer = lab.ns("asker");
        lab.wire(peer, "eth0", ns, "eth9").address(peer, "eth0", "10.0.0.2/32").address(ns, "eth9", "10.0.0.1/32");
        lab.direct(peer, "10.0.0.1/32", "eth0");
        lab.neighbour(peer, "eth0", "10.0.0.1", lab.seen(ns).links().getLast().mac());
        lab.arrives(peer, ns, "10.0.0.1");
        lab.set(ns, "ipv4/conf/all/rp_filter", 1).set(ns, "ipv4/conf/eth9/rp_filter", 0);
        Lab.ends(lab.walk(peer, "10.0.0.1"), ns, DropReason.REVERSE_PATH);
        lab.set(ns, "ipv4/conf/all/rp_filter", 0).set(ns, "ipv4/conf/eth9/rp_filter", 1);
        Lab.ends(lab.walk(peer, "10.0.0.1"), ns, DropReason.REVERSE_PATH);
    }

    private void assertReads(String key, int expected) {
        assertEquals(
                Map.of("net/" + key, Integer.toString(expected)),
                lab.seen(ns, "net/" + key).sysctls());
    }
}
