package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16,      10.0.0.0,       10.0.255.255,                     65536",
        "10.1.2.240/28,    10.1.2.240,     10.1.2.255,                       16",
        "10.1.2.3/32,      10.1.2.3,       10.1.2.3,                         1",
        "0.0.0.0/0,        0.0.0.0,        255.255.255.255,                  4294967296",
        "fd00:1::/80,      fd00:1::,       fd00:1::ffff:ffff:ffff,           281474976710656",
        "fd00:1::/64,      fd00:1::,       fd00:1::ffff:ffff:ffff:ffff,      18446744073709551616",
        "fd00:1::/63,      fd00:1::,       fd00:1:0:1:ffff:ffff:ffff:ffff,   36893488147419103232",
        "fd00:1::7/128,    fd00:1::7,      fd00:1::7,                        1"
    })
    void a_block_has_a_first_and_a_last_address_and_a_size(String text, String first, String last, BigInteger size) {
        var block = Cidr.parse(text);
        assertEquals(Ip.parse(first), block.first());
        assertEquals(Ip.parse(last), block.last());
        assertEquals(size, block.size());
    }

    @Test
    void the_gateway_of_a_vswitch_is_the_third_from_its_end() {
        assertEquals(Ip.parse("10.0.1.253"), Cidr.parse("10.0.1.0/24").nth(-3));
    }

    @Test
    void places_count_from_zero_upwards_and_from_minus_one_downwards() {
        var block = Cidr.parse("10.0.0.8/30");
        assertEquals(
                List.of("10.0.0.8", "10.0.0.11", "10.0.0.11", "10.0.0.8"),
                Stream.of(0, 3, -1, -4)
                        .map(place -> block.nth(place).toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, -5, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_place_outside_the_block_is_refused(long place) {
        assertThrows(
                IllegalArgumentException.class, () -> Cidr.parse("10.0.0.8/30").nth(place));
    }

    @Test
    void host_bits_are_refused_and_the_refusal_shows_the_network() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Cidr.parse("10.0.0.1/16"));
        assertTrue(refusal.toString().contains("10.0.0.0/16"), refusal.toString());
    }

    @Test
    void host_bits_are_masked_where_that_is_asked_for() {
        assertEquals(Cidr.parse("10.0.0.0/16"), Cidr.of(Ip.parse("10.0.200.1"), 16));
        assertEquals(Cidr.parse("fd00:0:0:4000::/50"), Cidr.of(Ip.parse("fd00:0:0:7fff::1"), 50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0",
                "10.0.0.0/",
                "/16",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8 ",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0/8",
                "fd00::/129",
                "fd00::/1e1",
                "fd00::/ 64"
            })
    void a_malformed_text_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
    }

    @Test
    void a_block_of_one_address_and_a_block_of_all_say_so() {
        assertTrue(Cidr.host(Ip.parse("fd00::1")).isHost());
        assertTrue(Cidr.any(IpFamily.V6).isAny());
        assertEquals("10.0.0.1/32", Cidr.host(Ip.parse("10.0.0.1")).toString());
        assertEquals("0.0.0.0/0", Cidr.any(IpFamily.V4).toString());
        assertEquals("::/0", Cidr.any(IpFamily.V6).toString());
        assertFalse(Cidr.parse("10.0.0.0/8").isHost());
        assertFalse(Cidr.parse("10.0.0.0/8").isAny());
    }

    @Test
    void no_block_contains_anything_of_the_other_family() {
        assertFalse(Cidr.any(IpFamily.V6).contains(Ip.parse("10.0.0.1")));
        assertFalse(Cidr.any(IpFamily.V4).contains(Ip.parse("::a00:1")));
        assertFalse(Cidr.any(IpFamily.V4).overlaps(Cidr.any(IpFamily.V6)));
    }

    @Test
    void blocks_are_ordered_by_network_and_the_wider_comes_first() {
        var sorted = Stream.of("fd00::/8", "10.1.0.0/16", "10.0.0.0/16", "10.0.0.0/8")
                .map(Cidr::parse)
                .sorted()
                .map(Cidr::toString)
                .toList();
        assertEquals(List.of("10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "fd00::/8"), sorted);
    }
}
