package io.github.terway4j.simulator.cloud.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.EniSettings;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each invariant is shown one thing that it must reject. */
class CloudInvariantsTest {
    private final CloudScene scene = CloudScene.of(
            new SimulatedCloud(1, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), EniTemper.CALM),
            "ecs.c7.xlarge",
            1);
    private final Instance node = scene.instances().getFirst();
    private final CloudEni primary = scene.cloud().enis().getFirst();
    private final CloudVSwitch vSwitch = scene.cloud().describeVSwitches().stream()
            .filter(each -> each.id().equals(node.vSwitch()))
            .findFirst()
            .orElseThrow();
    private final List<SecurityGroup> groups = scene.cloud().describeSecurityGroups();

    @Test
    void a_scene_has_none() {
        assertEquals(List.of(), CloudInvariants.violations(scene.cloud()));
    }

    @Test
    void two_enis_hold_no_common_address_prefix_nor_mac() {
        var prefixed = primary.plus(new Grant(List.of(), List.of(IpPrefix.parse("10.1.1.0/28"))));
        var twin = other("eni-twin", prefixed, primary.eni().mac(), List.of(Ip.parse("10.1.0.3")));
        assertViolation("address 10.1.0.3 of %s is held 2 times".formatted(scene.vpc()), prefixed, twin);
        assertViolation("prefix 10.1.1.0/28 of %s is held 2 times".formatted(scene.vpc()), prefixed, twin);
        assertViolation("MAC %s is held 2 times".formatted(primary.eni().mac()), prefixed, twin);
    }

    @Test
    void an_eni_in_use_is_attached_to_something() {
        assertViolation("%s is IN_USE, and its instance is Optional.empty".formatted(primary.id()), primary.detached());
    }

    @Test
    void an_available_eni_is_attached_to_nothing() {
        assertViolation(
                "%s is AVAILABLE, and its instance is Optional[%s]".formatted(primary.id(), node.id()),
                primary.with(EniStatus.AVAILABLE));
    }

    @Test
    void the_first_and_last_three_addresses_of_a_block_and_those_outside_are_nobodys() {
        for (var ip : List.of(
                "10.1.0.2", "10.1.15.253", "10.2.0.9", "2408:4005:300:1::8", "2408:4005:300:1:ffff:ffff:ffff:fff7")) {
            var violation = "%s of %s is not to be had in %s".formatted(ip, primary.id(), vSwitch.id());
            assertViolation(violation, primary.plus(new Grant(List.of(Ip.parse(ip)), List.of())));
        }
    }

    @Test
    void a_prefix_is_of_a_part_that_is_set_aside() {
        assertViolation(
                "10.1.1.0/28 of %s is not set aside in %s".formatted(primary.id(), vSwitch.id()),
                primary.plus(new Grant(List.of(), List.of(IpPrefix.parse("10.1.1.0/28")))));
    }

    @Test
    void an_eni_lies_in_a_vswitch_that_exists() {
        var eni = primary.eni();
        var lost = new Eni(eni.id(), eni.mac(), eni.kind(), eni.status(), new VSwitchId("vsw-none"), eni.addresses());
        assertViolation("%s lies in vsw-none, which does not exist".formatted(eni.id()), of(primary, lost));
    }

    @Test
    void the_count_of_free_addresses_is_exact() {
        var wrong = new CloudVSwitch(
                new VSwitch(
                        vSwitch.id(),
                        vSwitch.vSwitch().zone(),
                        vSwitch.vSwitch().cidrs(),
                        4_090),
                vSwitch.vpc(),
                vSwitch.label(),
                List.of(),
                vSwitch.created());
        assertOne(
                "%s says that 4090 are free, but of 4090 are 1 held".formatted(vSwitch.id()),
                new Census(List.of(primary), List.of(wrong), groups, List.of(node)));
    }

    @Test
    void a_member_is_one_that_rides_on_a_trunk_and_the_trunk_knows_it() {
        var trunk = other("eni-trunk", primary, Mac.local(1), List.of(Ip.parse("10.1.0.8")))
                .with(EniKind.TRUNK)
                .attached(place(1));
        var member = other("eni-member", primary, Mac.local(2), List.of(Ip.parse("10.1.0.9")))
                .attached(new EniAttachment(node.id(), Optional.of(trunk.id()), 1, 0));
        assertViolation("eni-member is a SECONDARY, and its trunk is Optional[eni-trunk]", primary, trunk, member);
        var known = trunk.withMembers(List.of(member.id()));
        assertViolation(
                "eni-member rides on eni-trunk, which does not carry it", primary, trunk, member.with(EniKind.MEMBER));
        assertViolation("eni-trunk carries eni-member, which does not ride on it", primary, known);
        assertEquals(
                List.of(),
                Attachments.violations(census(primary, known, member.with(EniKind.MEMBER))),
                "and this is how it should be");
    }

    @Test
    void no_two_enis_are_at_one_place_of_an_instance() {
        var second = other("eni-second", primary, Mac.local(1), List.of(Ip.parse("10.1.0.8")))
                .attached(place(0));
        assertViolation("two ENIs are at place 0 of " + node.id(), primary, second);
    }

    @Test
    void an_instance_that_has_an_eni_exists_and_has_its_own_primary_one() {
        assertOne(
                "%s, which does not exist, has 1 ENIs".formatted(node.id()),
                new Census(List.of(primary), List.of(vSwitch), groups, List.of()));
        assertViolation("%s is born with %s, and its primary ENIs are []".formatted(node.id(), primary.id()));
    }

    @Test
    void an_instance_has_no_more_enis_and_addresses_than_its_type_allows() {
        var enis = IntStream.range(0, 5).mapToObj(_ -> primary).toArray(CloudEni[]::new);
        assertViolation("%s has 5 ENIs, 5 with members, and may have 4 and 4".formatted(node.id()), enis);
        var more = IntStream.range(0, 15).mapToObj(i -> Ip.parse("10.1.1." + i)).toList();
        assertViolation(
                "%s of %s has 16 IPv4 and 1 IPv6 addresses and may have 15 and 15".formatted(primary.id(), node.id()),
                primary.plus(new Grant(more, List.of())));
    }

    @Test
    void an_instance_without_trunk_and_rdma_has_neither() {
        var trunk = other("eni-trunk", primary, Mac.local(1), List.of(Ip.parse("10.1.0.8")))
                .with(EniKind.TRUNK)
                .attached(place(1));
        assertViolation("%s has 1 trunks and 0 ENIs for RDMA and may not".formatted(node.id()), primary, trunk);
        var eni = primary;
        var rdma = new CloudEni(
                eni.eni(),
                eni.vpc(),
                eni.zone(),
                TrafficMode.HIGH_PERFORMANCE,
                eni.label(),
                eni.settings(),
                eni.prefixes(),
                eni.attachment(),
                eni.members(),
                eni.created());
        assertViolation("%s has 0 trunks and 1 ENIs for RDMA and may not".formatted(node.id()), rdma);
    }

    @Test
    void an_eni_is_in_groups_of_its_own_vpc_and_no_group_overflows() {
        var foreign = EniSettings.of(List.of(new SecurityGroupId("sg-other")));
        assertViolation(
                "%s is in sg-other, which is not of %s".formatted(primary.id(), scene.vpc()), primary.with(foreign));
        var many = new ArrayList<Ip>();
        for (int i = 0; i < 2_000; i++) {
            many.add(Ip.parse("10.1.1.0").plus(i));
        }
        assertViolation(
                "%s holds 2001 addresses and may hold 2000".formatted(scene.securityGroup()),
                primary.plus(new Grant(many, List.of())));
    }

    private EniAttachment place(int index) {
        return new EniAttachment(node.id(), Optional.empty(), index, 0);
    }

    /** Where the other is, and what it is. */
    private static CloudEni other(String id, CloudEni like, Mac mac, List<Ip> addresses) {
        var eni = new Eni(
                new EniId(id),
                mac,
                EniKind.SECONDARY,
                EniStatus.IN_USE,
                like.eni().vSwitch(),
                addresses);
        return of(like, eni);
    }

    private static CloudEni of(CloudEni like, Eni eni) {
        return new CloudEni(
                eni,
                like.vpc(),
                like.zone(),
                like.traffic(),
                like.label(),
                like.settings(),
                like.prefixes(),
                like.attachment(),
                like.members(),
                like.created());
    }

    private Census census(CloudEni... enis) {
        return new Census(List.of(enis), List.of(vSwitch), groups, List.of(node));
    }

    private void assertViolation(String expected, CloudEni... enis) {
        assertOne(expected, census(enis));
    }

    private static void assertOne(String expected, Census census) {
        var violations = CloudInvariants.violations(census);
        assertTrue(violations.contains(expected), () -> expected + " is not among " + violations);
    }
}
