package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.BandwidthLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatapathValuesTest {
    @Test
    void an_enis_table_is_a_thousand_and_its_interface_index() {
        assertEquals(1003, RouteTables.ofEni(3));
        assertThrows(IllegalArgumentException.class, () -> RouteTables.ofEni(0));
        assertThrows(IllegalArgumentException.class, () -> RouteTables.ofEni(-1));
    }

    @Test
    void a_rule_selects_within_one_family() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RuleSelector(Cidr.any(IpFamily.V4), Cidr.any(IpFamily.V6), Optional.empty()));
    }

    @Test
    void a_namespace_has_a_path() {
        assertThrows(IllegalArgumentException.class, () -> new NetNs(" "));
        assertEquals("/run/netns/web", new NetNs("/run/netns/web").toString());
    }

    @Test
    void rules_and_routes_are_told_as_people_know_them() {
        assertEquals(
                "from all iif eth1",
                RuleSelector.all(IpFamily.V6).arrivingOn(new LinkName("eth1")).words());
        assertEquals("lookup local", new RuleAction.Lookup(255).words());
        assertEquals("lookup main", new RuleAction.Lookup(254).words());
        assertEquals("lookup default", new RuleAction.Lookup(253).words());
        assertEquals("lookup 1003", new RuleAction.Lookup(1003).words());
        assertEquals("blackhole", new RuleAction.Blackhole().words());
        assertEquals("blackhole", new NextHop.Blackhole().words());
        assertEquals("delete all retired links in /run/netns/host", new KernelStep.ReapRetired(Wirings.HOST).words());
    }

    @Test
    void a_pair_lies_in_two_namespaces() {
        var pair = new VethPolicyRoute()
                .pod(Wirings.web(BandwidthLimit.NONE, "10.0.1.20"), Wirings.eni("10.0.1.253", "10.0.0.10"))
                .wanted()
                .getFirst();
        assertEquals(List.of(Wirings.HOST, Wirings.POD), new DatapathPlan(List.of(pair)).namespaces());
    }

    @Test
    void an_eni_is_found_by_its_hardware_address_and_not_what_others_put_on_top() {
        var mac = Mac.parse("02:00:00:00:00:07");
        var vlan = new Link(2, new LinkName("eth1.5"), "vlan", mac, 1500, true, "", 0);
        var eni = new Link(7, new LinkName("eth1"), "", mac, 1500, true, "", 0);
        var other = new Link(1, new LinkName("eth0"), "", Mac.parse("02:00:00:00:00:01"), 1500, true, "", 0);
        assertEquals(Optional.of(eni), state(other, vlan, eni).link(mac));
        assertEquals(Optional.of(vlan), state(other, vlan).link(mac));
        assertEquals(Optional.empty(), state(other).link(mac));
    }

    private static KernelState state(Link... links) {
        return new KernelState(
                Wirings.HOST, List.of(links), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }
}
