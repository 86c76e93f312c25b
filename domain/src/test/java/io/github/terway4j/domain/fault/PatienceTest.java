package io.github.terway4j.domain.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration ANYWAY = Duration.ofMinutes(2);
    /** At 3, 5, 9 and 17 seconds. */
    private static final Patience DOUBLING =
            new Patience(Duration.ofSeconds(3), Duration.ofSeconds(2), 2, 0.5, 3, Duration.ZERO);

    private static Duration at(long second) {
        return DOUBLING.untilNext(Duration.ofSeconds(second), ANYWAY);
    }

    @Test
    void after_a_first_delay_the_distances_grow() {
        assertEquals(Duration.ofSeconds(3), at(0));
        assertEquals(Duration.ofSeconds(1), at(2));
        assertEquals(Duration.ofSeconds(2), at(3));
        assertEquals(Duration.ofSeconds(1), at(8));
        assertEquals(Duration.ofSeconds(8), at(9));
    }

    @Test
    void after_as_many_steps_it_is_no_more_often_than_one_looks_anyway() {
        assertEquals(ANYWAY, at(17));
        assertEquals(ANYWAY, at(1_000_000));
    }

    @Test
    void a_failure_is_left_alone_the_longer_the_more_often_it_failed() {
        assertEquals(
                List.of(2L, 4L, 8L, 120L, 120L),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(failures -> DOUBLING.after(failures, ANYWAY).toSeconds())
                        .toList());
    }

    @Test
    void a_cap_ends_the_growth() {
        var capped = new Patience(Duration.ZERO, Duration.ofSeconds(2), 2, 0, 9, Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(4), capped.after(2, ANYWAY));
        assertEquals(Duration.ofSeconds(5), capped.after(3, ANYWAY));
        assertEquals(Duration.ofSeconds(5), capped.after(9, ANYWAY));
    }

    @Test
    void chance_makes_a_wait_longer_by_its_share_at_most() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            var wait = DOUBLING.spread(Duration.ofSeconds(10), random);
            assertTrue(wait.compareTo(Duration.ofSeconds(10)) >= 0, wait::toString);
            assertTrue(wait.compareTo(Duration.ofSeconds(15)) <= 0, wait::toString);
        }
    }

    @Test
    void what_shrinks_is_no_patience() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Patience(Duration.ZERO, Duration.ofSeconds(2), 0.5, 0, 9, Duration.ZERO));
    }

    @Test
    void each_key_names_one_wait_and_the_operators_word_goes_before_the_usual() {
        for (var wait : Wait.values()) {
            assertEquals(wait, Wait.named(wait.key()).orElseThrow());
            assertEquals(wait.usual(), Waits.USUAL.of(wait));
        }
        assertEquals(DOUBLING, new Waits(Map.of(Wait.ENI_CREATE, DOUBLING)).of(Wait.ENI_CREATE));
        assertEquals(Wait.ENI_OPS.usual(), new Waits(Map.of(Wait.ENI_CREATE, DOUBLING)).of(Wait.ENI_OPS));
    }
}
