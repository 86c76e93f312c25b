package io.github.terway4j.domain.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void each_failure_lengthens_the_wait_up_to_the_longest() {
        var backoff = new Backoff(SECOND, 2, Duration.ofSeconds(10));
        var waits = IntStream.rangeClosed(0, 6)
                .mapToObj(failures -> backoff.after(failures).toSeconds())
                .toList();
        assertEquals(List.of(0L, 1L, 2L, 4L, 8L, 10L, 10L), waits);
    }

    @Test
    void the_wait_may_grow_by_fractions_and_begin_with_them() {
        var backoff = new Backoff(Duration.ofNanos(1_500_000), 1.5, SECOND);
        assertEquals(Duration.ofNanos(1_500_000), backoff.after(1));
        assertEquals(Duration.ofNanos(2_250_000), backoff.after(2));
    }

    @Test
    void a_factor_of_one_waits_always_alike() {
        assertEquals(SECOND, new Backoff(SECOND, 1, MINUTE).after(1000));
    }

    @Test
    void a_wait_that_shrinks_or_is_none_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, 2, MINUTE));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(SECOND.negated(), 2, MINUTE));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(SECOND, 0.9, MINUTE));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(SECOND, Double.NaN, MINUTE));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(MINUTE, 2, SECOND));
    }
}
