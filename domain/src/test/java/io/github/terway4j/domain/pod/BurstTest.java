package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {
    @ParameterizedTest
    @CsvSource({"8000, 1000", "8001, 1001", "1, 1", "2147483646, 268435456"})
    void a_burst_that_somebody_chose_is_counted_in_bits(long bits, long bytes) {
        assertEquals(new Burst(bytes), Burst.ofBits(bits));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "2147483647", "4294967295"})
    void the_numbers_that_runtimes_write_where_nobody_chose_are_none(long bits) {
        assertEquals(Burst.UNSAID, Burst.ofBits(bits));
    }

    @Test
    void none_is_less_than_nothing() {
        assertThrows(IllegalArgumentException.class, () -> new Burst(-1));
    }
}
