package io.github.terway4j.domain.eni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EniTest {
    @Test
    void its_first_address_is_its_primary_one() {
        var eni = eni("10.0.1.5", "fd00::5", "10.0.1.2");
        assertEquals(Ip.parse("10.0.1.5"), eni.primaryAddress());
        assertEquals(ips("10.0.1.5", "10.0.1.2"), eni.addresses(IpFamily.V4));
        assertEquals(ips("fd00::5"), eni.addresses(IpFamily.V6));
        assertEquals(2, eni.count(IpFamily.V4));
        assertEquals(1, eni.count(IpFamily.V6));
    }

    @Test
    void without_a_primary_ipv4_address_there_is_no_eni() {
        assertThrows(IllegalArgumentException.class, () -> eni());
        var refusal = assertThrows(IllegalArgumentException.class, () -> eni("fd00::5", "10.0.1.5"));
        assertEquals("eni-1 has no primary IPv4 address; its addresses are [fd00::5, 10.0.1.5]", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.1.0/24,   10.0.1.253",
        "10.0.0.0/16,   10.0.255.253",
        "172.16.8.0/29, 172.16.8.5",
        "fd00:1::/64,   fd00:1::ffff:ffff:ffff:fffd"
    })
    void a_vswitchs_gateway_is_the_third_address_from_its_end(String block, String gateway) {
        assertEquals(Ip.parse(gateway), VSwitch.gateway(Cidr.parse(block)));
    }

    @Test
    void a_vswitch_has_a_gateway_of_each_family_and_never_fewer_than_no_addresses() {
        var id = new VSwitchId("vsw-1");
        var zone = new Zone("zone-a");
        var cidrs = DualStack.both(Cidr.parse("10.0.1.0/24"), Cidr.parse("fd00:1::/64"));
        assertEquals(
                DualStack.both(Ip.parse("10.0.1.253"), Ip.parse("fd00:1::ffff:ffff:ffff:fffd")),
                new VSwitch(id, zone, cidrs, 0).gateways());
        assertThrows(IllegalArgumentException.class, () -> new VSwitch(id, zone, cidrs, -1));
    }

    @Test
    void a_name_names_something() {
        Stream.<Function<String, Object>>of(
                        EniId::new, InstanceId::new, SecurityGroupId::new, VSwitchId::new, Zone::new)
                .forEach(name -> {
                    assertEquals("x-1", name.apply("x-1").toString());
                    assertThrows(IllegalArgumentException.class, () -> name.apply(" "));
                });
    }

    @Test
    void only_what_is_attached_or_being_attached_is_arriving() {
        assertEquals(
                List.of(EniStatus.ATTACHING, EniStatus.IN_USE),
                Stream.of(EniStatus.values()).filter(EniStatus::arriving).toList());
    }

    @Test
    void tags_are_sorted_and_of_two_values_of_one_key_the_later_counts() {
        var tags = Tags.of("team", "net").and(Tags.of("creator", "terway")).and(Tags.of("team", ""));
        assertEquals("{creator=terway, team=}", tags.toString());
        assertTrue(tags.has("team", ""));
        assertTrue(tags.hasAll(Tags.of("creator", "terway")));
        assertFalse(tags.hasAll(Tags.of("creator", "")));
        assertFalse(Tags.NONE.has("team", ""));
    }

    private static Eni eni(String... ips) {
        return new Eni(
                new EniId("eni-1"),
                Mac.local(1),
                EniKind.SECONDARY,
                EniStatus.IN_USE,
                new VSwitchId("vsw-1"),
                ips(ips));
    }

    private static List<Ip> ips(String... texts) {
        return Stream.of(texts).map(Ip::parse).toList();
    }
}
