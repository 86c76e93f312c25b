package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EniCapTest {
    @ParameterizedTest
    @CsvSource({
        // enis, ratio, shift, most, left for pods
        "8,  1,    0,   2147483647,  7",
        "8,  0.5,  0,   2147483647,  3",
        "8,  0.5,  1,   2147483647,  4",
        "8,  1,   -2,   2147483647,  5",
        "8,  0.9,  0,   2147483647,  6", // 7.2 is cut to 7
        "8,  1,    0,   3,           3",
        "8,  0.5,  0,   5,           3",
        "8,  2,    0,   2147483647,  7", // no more than there are
        "8,  1,    2147483647, 9,    7",
        "8,  0.1,  0,   2147483647,  0", // never fewer than none
        "8,  0,   -5,   2147483647,  0",
        "8,  1e300, 0,  2147483647,  7",
        "1,  1,    0,   2147483647,  0",
        "1,  1,    5,   2147483647,  0"
    })
    void a_share_a_shift_and_a_limit_leave_so_many_enis(int enis, double ratio, int shift, int most, int left) {
        assertEquals(left, new EniCap(ratio, shift, most).of(enis));
    }

    @Test
    void the_parts_can_be_said_one_by_one() {
        assertEquals(new EniCap(0.5, 1, 3), EniCap.NONE.withShare(0.5, 1).atMost(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_share_that_is_no_share_is_refused(double ratio) {
        assertThrows(IllegalArgumentException.class, () -> new EniCap(ratio, 0, 1));
    }

    /** The configuration says 0 where it means no limit; taken literally it would leave the node without a pod. */
    @Test
    void a_limit_of_no_eni_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> EniCap.NONE.atMost(0));
    }
}
