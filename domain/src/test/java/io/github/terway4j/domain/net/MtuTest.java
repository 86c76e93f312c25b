package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtuTest {
    @ParameterizedTest
    @ValueSource(ints = {68, 1280, 1500, 8500, 65_535})
    void a_size_that_some_link_may_have_is_taken(int bytes) {
        assertEquals(bytes, new Mtu(bytes).bytes());
        assertEquals(Integer.toString(bytes), new Mtu(bytes).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 67, 65_536})
    void a_size_that_no_link_may_have_is_refused(int bytes) {
        assertThrows(IllegalArgumentException.class, () -> new Mtu(bytes));
    }

    @Test
    void ipv6_needs_1280_bytes() {
        assertFalse(new Mtu(1279).carries(IpFamily.V6));
        assertTrue(new Mtu(1280).carries(IpFamily.V6));
        assertTrue(new Mtu(68).carries(IpFamily.V4));
    }

    @Test
    void sizes_are_ordered_as_numbers() {
        assertTrue(new Mtu(1500).compareTo(new Mtu(8500)) < 0);
    }
}
