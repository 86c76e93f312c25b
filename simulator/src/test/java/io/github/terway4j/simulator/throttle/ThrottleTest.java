package io.github.terway4j.simulator.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.simulator.quirk.CallRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final OptionalInt NO_LIMIT = OptionalInt.empty();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void without_rates_everything_passes() {
        assertEquals(1_000, passed("Any", 1_000));
    }

    @Test
    void an_action_passes_as_often_as_its_rate_says_and_then_as_time_passes() {
        throttle.allow(new CallRates(Map.of("Attach", 60), NO_LIMIT, NO_LIMIT));
        assertEquals(60, passed("Attach", 100));
        assertEquals(Optional.of(CallRefusal.THROTTLING), throttle.turnedAway("Attach"));
        now = now.plusSeconds(3);
        assertEquals(3, passed("Attach", 100));
        now = now.plusSeconds(3_600);
        assertEquals(60, passed("Attach", 100), "no more than a minute's calls are saved up");
    }

    @Test
    void each_action_is_counted_by_itself() {
        throttle.allow(new CallRates(Map.of("Attach", 10), OptionalInt.of(20), NO_LIMIT));
        assertEquals(10, passed("Attach", 100));
        assertEquals(20, passed("Detach", 100));
        assertEquals(20, passed("Delete", 100));
    }

    @Test
    void all_actions_together_have_a_limit_too_and_its_own_code() {
        throttle.allow(new CallRates(Map.of("Attach", 10), NO_LIMIT, OptionalInt.of(25)));
        assertEquals(10, passed("Attach", 100), "what is turned away counts for nothing");
        assertEquals(15, passed("Detach", 100));
        assertEquals(Optional.of(CallRefusal.THROTTLING_USER), throttle.turnedAway("Detach"));
    }

    @Test
    void a_clock_that_is_set_back_neither_fills_nor_empties() {
        throttle.allow(new CallRates(Map.of("Attach", 60), NO_LIMIT, NO_LIMIT));
        assertEquals(60, passed("Attach", 60));
        now = now.minusSeconds(30);
        assertEquals(0, passed("Attach", 1));
        now = now.plusSeconds(31);
        assertEquals(1, passed("Attach", 10));
    }

    @Test
    void the_usual_rates_are_terways() {
        throttle.allow(CallRates.usual());
        assertEquals(300, passed("DescribeVSwitches", 1_000));
        assertThrows(IllegalArgumentException.class, () -> new CallRates(Map.of("Attach", 0), NO_LIMIT, NO_LIMIT));
    }

    private int passed(String action, int asked) {
        var passed = 0;
        for (int i = 0; i < asked; i++) {
            passed += throttle.turnedAway(action).isEmpty() ? 1 : 0;
        }
        return passed;
    }
}
