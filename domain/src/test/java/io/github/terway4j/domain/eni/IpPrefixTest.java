package io.github.terway4j.domain.eni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpPrefixTest {
    @Test
    void a_prefix_is_sixteen_ipv4_addresses_or_a_block_of_48_bits_of_ipv6() {
        var v4 = IpPrefix.parse("10.0.1.16/28");
        assertEquals(IpFamily.V4, v4.family());
        assertTrue(v4.contains(Ip.parse("10.0.1.31")));
        assertFalse(v4.contains(Ip.parse("10.0.1.32")));
        assertEquals(IpFamily.V6, IpPrefix.parse("2408:4005:300:1:1::/80").family());
    }

    @Test
    void a_block_of_another_length_is_none() {
        for (var text : List.of("10.0.1.0/27", "10.0.1.0/29", "10.0.1.8/28", "2408:4005:300:1::/64", "::/28")) {
            assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text), text);
        }
    }

    @Test
    void prefixes_are_ordered_as_their_blocks_are_and_written_like_them() {
        var two = List.of(IpPrefix.parse("10.0.1.32/28"), IpPrefix.parse("10.0.1.16/28"));
        assertEquals(
                "[10.0.1.16/28, 10.0.1.32/28]", two.stream().sorted().toList().toString());
    }
}
