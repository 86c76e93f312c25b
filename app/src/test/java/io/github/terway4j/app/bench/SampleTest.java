package io.github.terway4j.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static Sample ofMillis(int... values) {
        var sample = new Sample();
        for (var value : values) {
            sample.add(Duration.ofMillis(value));
        }
        return sample;
    }

    @Test
    void the_median_of_an_odd_number_is_the_one_in_the_middle() {
        assertEquals(3.0, ofMillis(9, 1, 3, 2, 7).median());
    }

    @Test
    void the_99th_percentile_of_a_hundred_leaves_out_the_largest() {
        var sample = new Sample();
        for (int i = 1; i <= 100; i++) {
            sample.add(Duration.ofMillis(i));
        }
        assertEquals(99.0, sample.millis(0.99));
        assertEquals(50.0, sample.median());
    }

    @Test
    void of_one_value_every_percentile_is_that_value() {
        assertEquals(4.0, ofMillis(4).millis(0.99));
    }

    @Test
    void of_nothing_nothing_can_be_said() {
        assertThrows(IllegalStateException.class, new Sample()::median);
    }
}
