package io.github.terway4j.simulator.kernel;

import static io.github.terway4j.simulator.kernel.DropReason.MARTIAN_SOURCE;
import static io.github.terway4j.simulator.kernel.DropReason.NO_SOURCE;
import static io.github.terway4j.simulator.kernel.DropReason.SOURCE_NOT_LOCAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From which address a namespace speaks when nobody says. */
final class SourceSelectionTest {
    private final Lab lab = new Lab();
    private final NetNs host = lab.ns("host");
    private final NetNs peer = lab.ns("peer");

    @BeforeEach
    void a_host_with_two_links() {
        lab.up(host, "lo").wire(host, "eth0", peer, "eth0").wire(host, "eth1", peer, "eth1");
    }

    @Test
    void a_neighbour_is_spoken_to_from_the_address_that_shares_its_subnet() {
        lab.address(host, "eth0", "10.0.0.1/24").address(host, "eth0", "10.0.1.1/24");
        assertSource("10.0.1.1", "10.0.1.9");
    }

    @Test
    void a_gateway_is_spoken_to_from_the_address_that_shares_its_subnet_else_from_the_first_of_the_link() {
        lab.address(host, "eth0", "10.0.0.1/24").address(host, "eth0", "10.0.1.1/24");
        lab.via(host, "10.8.0.0/16", "10.0.1.253", "eth0").via(host, "10.9.0.0/16", "10.5.0.253", "eth0");
        assertSource("10.0.1.1", "10.8.0.8");
        assertSource("10.0.0.1", "10.9.0.9");
    }

    @Test
    void a_link_without_an_address_speaks_from_the_first_of_another_but_never_from_localhost() {
        lab.address(host, "eth1", "10.0.1.1/24").address(host, "eth1", "10.0.2.1/24");
        lab.direct(host, "10.9.0.0/16", "eth0");
        assertSource("10.0.1.1", "10.9.0.9");
    }

    @Test
    void of_one_subnet_only_the_first_address_speaks() {
        lab.address(host, "eth0", "10.0.0.1/24").address(host, "eth0", "10.0.0.2/24");
        assertSource("10.0.0.1", "10.0.0.9");
        assertSource("10.0.0.1", "10.0.0.2");
        lab.noAddress(host, "eth0", "10.0.0.1/24");
    }

    @Test
    void with_the_first_address_of_a_subnet_the_others_go_too() {
        lab.address(host, "eth0", "10.0.0.1/24").address(host, "eth0", "10.0.0.2/24");
        lab.noAddress(host, "eth0", "10.0.0.1/24");
        assertEquals(
                List.of("127.0.0.1/8"),
                lab.seen(host).addresses().stream()
                        .map(address -> address.address().toString())
                        .toList());
    }

    @Test
    void an_own_address_is_spoken_to_from_itself() {
        lab.address(host, "eth0", "10.0.0.1/32").address(host, "eth1", "10.0.0.2/32");
        assertSource("10.0.0.2", "10.0.0.2");
        assertSource("127.0.0.1", "127.0.0.1");
        lab.address(host, "eth0", "fd00::1/128").address(host, "eth1", "fd00::2/128");
        assertSource("fd00::2", "fd00::2");
        assertSource("::1", "::1");
    }

    @Test
    void without_any_address_ipv4_speaks_from_nobodys_and_nobody_listens() {
        lab.address(peer, "eth0", "10.9.0.9/32").direct(host, "10.9.0.0/16", "eth0");
        assertSource("0.0.0.0", "10.9.0.9");
        Lab.ends(lab.walk(host, "10.9.0.9"), peer, MARTIAN_SOURCE);
    }

    @Test
    void without_any_other_address_ipv6_speaks_from_the_links_own() {
        lab.direct(host, "fd00:9::/64", "eth0");
        var own = lab.walk(host, "fd00:9::9").source();
        assertTrue(Cidr.parse("fe80::/64").contains(own), own::toString);
    }

    @Test
    void without_any_address_at_all_ipv6_says_so() {
        var fresh = lab.ns("fresh");
        Lab.ends(lab.walk(fresh, "fd00:9::9"), fresh, NO_SOURCE);
    }

    @Test
    void an_address_of_somebody_else_is_nobodys_to_speak_from() {
        lab.address(peer, "eth0", "10.0.0.9/24").address(host, "eth0", "10.0.0.1/24");
        Lab.ends(lab.walk(host, "10.0.0.9", "10.0.0.9"), host, SOURCE_NOT_LOCAL);
    }

    @Test
    void ipv6_speaks_from_the_link_by_which_it_leaves_before_anything_that_matches_better() {
        lab.address(host, "eth0", "fd00:1::1/64").address(host, "eth1", "fd00:9::1/64");
        lab.via(host, "fd00:9::9/128", "fe80::1", "eth0");
        assertSource("fd00:1::1", "fd00:9::9");
    }

    @Test
    void ipv6_speaks_from_its_own_kind_before_a_longer_common_prefix() {
        lab.address(host, "eth0", "2001:db8::1/64").address(host, "eth0", "fd00:1::1/64");
        lab.via(host, "::/0", "fe80::1", "eth0");
        assertSource("2001:db8::1", "2001:db9::9");
        assertSource("fd00:1::1", "fd00:9::9");
    }

    @Test
    void ipv6_speaks_from_the_longest_common_prefix_and_else_from_the_latest() {
        lab.address(host, "eth0", "fd00:1::1/64").address(host, "eth0", "fd00:2::1/64");
        lab.address(host, "eth0", "fd00:2::2/64").via(host, "::/0", "fe80::1", "eth0");
        assertSource("fd00:1::1", "fd00:1:0:5::9");
        assertSource("fd00:2::2", "fd00:2:0:5::9");
    }

    private void assertSource(String expected, String destination) {
        var walk = lab.walk(host, destination);
        assertEquals(expected, walk.source().toString(), walk.words());
    }
}
