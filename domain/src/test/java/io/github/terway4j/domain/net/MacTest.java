package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTest {
    @Test
    void either_case_is_read_and_the_lower_is_written() {
        assertEquals("02:fc:00:00:00:01", Mac.parse("02:FC:00:00:00:01").toString());
        assertEquals(new Mac(0x02fc_0000_0001L), Mac.parse("02:fc:00:00:00:01"));
    }

    @Test
    void bytes_are_in_the_order_they_are_sent() {
        assertArrayEquals(
                new byte[] {0, 0x16, 0x3e, (byte) 0xff, 1, 2},
                Mac.parse("00:16:3e:ff:01:02").bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02:fc:00:00:00",
                "02:fc:00:00:00:01:02",
                "02-fc-00-00-00-01",
                "02fc00000001",
                "2:fc:0:0:0:1",
                "02:fc:00:00:00:0g",
                "02:fc:00:00:00:01\n",
                " 02:fc:00:00:00:01"
            })
    void a_malformed_text_is_refused_by_name(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Mac.parse(text));
        assertTrue(refusal.toString().contains('"' + text + '"'), refusal.toString());
    }

    @Test
    void more_or_less_than_48_bits_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Mac(1L << 48));
        assertThrows(IllegalArgumentException.class, () -> new Mac(-1));
        assertThrows(IllegalArgumentException.class, () -> Mac.of(new byte[5]));
    }

    @Test
    void a_local_address_is_unicast_and_says_that_it_is_local() {
        assertEquals("02:00:00:00:00:07", Mac.local(7).toString());
        assertEquals("02:ff:ff:ff:ff:ff", Mac.local(-1).toString());
    }
}
