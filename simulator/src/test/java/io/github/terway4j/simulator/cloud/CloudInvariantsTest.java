package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each invariant is shown one thing that it must reject. */
class CloudInvariantsTest {
    private final CloudScene scene = CloudScene.small(1, 1, new TestClock());
    private final Instance node = scene.instances().getFirst();
    private final CloudEni primary = scene.cloud().enis().getFirst();
    private final VSwitch vSwitch = scene.cloud().vSwitches().stream()
            .filter(each -> each.id().equals(node.vSwitch()))
            .findFirst()
            .orElseThrow();

    @Test
    void a_scene_has_none() {
        assertEquals(List.of(), CloudInvariants.violations(scene.cloud()));
    }

    @Test
    void two_enis_hold_no_common_address_nor_mac() {
        var twin = new Eni(
                new EniId("eni-twin"),
                primary.eni().mac(),
                primary.eni().kind(),
                EniStatus.IN_USE,
                vSwitch.id(),
                primary.eni().addresses().subList(0, 1));
        var twice = new CloudEni(
                twin,
                primary.vpc(),
                primary.zone(),
                primary.traffic(),
                primary.label(),
                primary.settings(),
                List.of(),
                primary.attachment(),
                List.of(),
                primary.created());
        assertViolation("address 10.1.0.3 is held 2 times", 4_089, primary, twice);
        assertViolation("MAC %s is held 2 times".formatted(primary.eni().mac()), 4_089, primary, twice);
    }

    @Test
    void an_eni_in_use_is_attached_to_something() {
        assertViolation(
                "%s is IN_USE, and its instance is Optional.empty".formatted(primary.id()), 4_089, primary.detached());
    }

    @Test
    void an_available_eni_is_attached_to_nothing() {
        assertViolation(
                "%s is AVAILABLE, and its instance is Optional[%s]".formatted(primary.id(), node.id()),
                4_089,
                primary.with(EniStatus.AVAILABLE));
    }

    @Test
    void the_first_and_last_three_addresses_of_a_block_and_those_outside_are_nobodys() {
        for (var ip : List.of(
                "10.1.0.2", "10.1.15.253", "10.2.0.9", "2408:4005:300:1::8", "2408:4005:300:1:ffff:ffff:ffff:fff7")) {
            var held = ip.contains(":") ? 4_089 : 4_088;
            var violation = "%s of %s is not to be had in %s".formatted(ip, primary.id(), free(held));
            assertViolation(violation, held, primary.plus(new Grant(List.of(Ip.parse(ip)), List.of())));
        }
    }

    @Test
    void the_count_of_free_addresses_is_exact() {
        assertViolation("%s says that 4090 are free, but of 4090 are 1 held".formatted(vSwitch.id()), 4_090, primary);
    }

    @Test
    void an_instance_has_no_more_enis_and_addresses_than_its_type_allows() {
        var enis = new ArrayList<CloudEni>();
        for (int i = 0; i < 5; i++) {
            enis.add(primary);
        }
        assertViolation(
                "%s has 5 ENIs, 5 with members, and may have 4 and 4".formatted(node.id()),
                4_085,
                enis.toArray(CloudEni[]::new));
        var full = primary;
        for (int i = 0; i < 15; i++) {
            full = full.plus(new Grant(List.of(Ip.parse("10.1.1." + i)), List.of()));
        }
        assertViolation(
                "%s of %s has 16 IPv4 and 1 IPv6 addresses and may have 15 and 15".formatted(primary.id(), node.id()),
                4_074,
                full);
    }

    private void assertViolation(String expected, int free, CloudEni... enis) {
        var violations = CloudInvariants.violations(List.of(enis), List.of(described(free)), List.of(node));
        assertEquals(1, violations.stream().filter(expected::equals).count(), () -> "" + violations);
    }

    private CloudVSwitch described(int free) {
        return new CloudVSwitch(free(free), node.vpc(), Label.NONE, List.of(), node.created());
    }

    private VSwitch free(int count) {
        return new VSwitch(vSwitch.id(), vSwitch.zone(), vSwitch.cidrs(), count);
    }
}
