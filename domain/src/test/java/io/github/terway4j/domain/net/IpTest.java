package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTest {
    /** The examples of RFC 5952 sections 1, 2 and 4, of RFC 4291 section 2.2, and the two ends of the family. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:1:0:0:1,                          2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1,                         2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1,                             2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1,                           2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1,                             2001:db8::1:0:0:1",
        "2001:0db8::0001,                               2001:db8::1",
        "2001:db8:0:0:0:0:2:1,                          2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1,                          2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1,                           2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1,                            2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1,                          2001:db8::1:0:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:eeee:AAAA,        2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa",
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789,       abcd:ef01:2345:6789:abcd:ef01:2345:6789",
        "FF01:0:0:0:0:0:0:101,                          ff01::101",
        "0:0:0:0:0:0:0:1,                               ::1",
        "0:0:0:0:0:0:0:0,                               ::",
        "1:0:0:0:0:0:0:0,                               1::",
        "1:2:3:4:5:6:7::,                               1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8,                               0:2:3:4:5:6:7:8",
        "0:0:0:0:0:0:13.1.68.3,                         ::d01:4403",
        "0:0:0:0:0:FFFF:129.144.52.38,                  ::ffff:129.144.52.38",
        "::ffff:c000:201,                               ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.33,                           64:ff9b::c000:221",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,       ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void ipv6_is_read_in_every_form_and_written_in_one(String written, String canonical) {
        assertEquals(canonical, Ip.parse(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "192.168.100.200", "255.255.255.255"})
    void ipv4_is_written_as_it_was_read(String text) {
        assertEquals(text, Ip.parse(text).toString());
        assertEquals(IpFamily.V4, Ip.parse(text).family());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "10",
                "10.0.1",
                "10.0.0.0.1",
                "10.0.0.",
                ".10.0.0.1",
                "10..0.1",
                "10.0.0.256",
                "10.0.0.1000",
                "010.0.0.1",
                "10.0.0.00",
                "0x0a.0.0.1",
                "+1.0.0.1",
                "10.0.0.-1",
                " 10.0.0.1",
                "10.0.0.1\n",
                "10.0.0.1/32",
                "\u0661\u0660.0.0.1",
                ":",
                ":::",
                ":1",
                "1:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                ":1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8:",
                "1::2::3",
                "1:::2",
                "1:2:3:4::5:6:7:8",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "\uff11::",
                "-1::",
                "+1::",
                "fe80::1%eth0",
                "[::1]",
                "::1 ",
                "::1/128",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3",
                "::1.2.3.04",
                "1:2:3:4:5:6:7:1.2.3.4"
            })
    void a_malformed_text_is_refused_by_name(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Ip.parse(text));
        assertTrue(refusal.toString().contains('"' + text + '"'), refusal.toString());
    }

    @Test
    void bytes_are_in_network_order() {
        assertArrayEquals(
                new byte[] {10, 0, 1, (byte) 200}, Ip.parse("10.0.1.200").bytes());
        assertArrayEquals(
                new byte[] {(byte) 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0xff},
                Ip.parse("fd00::1ff").bytes());
    }

    @Test
    void five_bytes_are_no_address() {
        assertThrows(IllegalArgumentException.class, () -> Ip.of(new byte[5]));
    }

    @Test
    void ipv4_has_32_bits_only() {
        assertThrows(IllegalArgumentException.class, () -> new Ip(IpFamily.V4, 0, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> new Ip(IpFamily.V4, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Ip(IpFamily.V4, 0, -1));
    }

    @Test
    void the_next_address_carries() {
        assertEquals(Ip.parse("10.0.1.0"), Ip.parse("10.0.0.255").next());
        assertEquals(
                Ip.parse("fd00:0:0:1::"), Ip.parse("fd00::ffff:ffff:ffff:ffff").next());
        assertEquals(
                Ip.parse("fd00::ffff:ffff:ffff:ffff"), Ip.parse("fd00:0:0:1::").minus(1));
    }

    @Test
    void no_family_goes_on_past_its_ends() {
        assertThrows(
                ArithmeticException.class, () -> Ip.parse("255.255.255.255").next());
        assertThrows(ArithmeticException.class, () -> Ip.parse("0.0.0.0").minus(1));
        assertThrows(ArithmeticException.class, () -> Ip.parse("0.0.0.1").plus(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> Ip.parse("0.0.0.1").plus(Long.MIN_VALUE));
        assertThrows(
                ArithmeticException.class,
                () -> Ip.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").next());
        assertThrows(ArithmeticException.class, () -> Ip.parse("::").minus(1));
    }

    @Test
    void a_distance_is_within_one_family_and_fits_into_a_long() {
        assertEquals(256, Ip.parse("10.0.0.0").distanceTo(Ip.parse("10.0.1.0")));
        assertEquals(-1, Ip.parse("::1").distanceTo(Ip.parse("::")));
        assertThrows(IllegalArgumentException.class, () -> Ip.parse("::1").distanceTo(Ip.parse("10.0.0.1")));
        assertThrows(ArithmeticException.class, () -> Ip.parse("::").distanceTo(Ip.parse("ffff::")));
    }

    @Test
    void addresses_are_ordered_by_family_and_then_as_unsigned_numbers() {
        var sorted = Stream.of("ffff::", "::1", "200.0.0.1", "10.0.0.10", "10.0.0.9", "7fff::", "::8000:0:0:0")
                .map(Ip::parse)
                .sorted()
                .map(Ip::toString)
                .toList();
        assertEquals(List.of("10.0.0.9", "10.0.0.10", "200.0.0.1", "::1", "::8000:0:0:0", "7fff::", "ffff::"), sorted);
    }
}
