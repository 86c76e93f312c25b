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
    private static final Caller ONE = new Caller("1", "cn-hangzhou", "one");
    private static final Caller OTHER = new Caller("1", "cn-hangzhou", "other");

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
        assertEquals(Optional.of(CallRefusal.THROTTLING), throttle.turnedAway(ONE, "Attach"));
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
    void all_actions_of_a_user_together_have_a_limit_too_and_its_own_code() {
        throttle.allow(new CallRates(Map.of("Attach", 10), NO_LIMIT, OptionalInt.of(25)));
        assertEquals(10, passed("Attach", 100), "what is turned away counts for nothing");
        assertEquals(15, passed("Detach", 100));
        assertEquals(Optional.of(CallRefusal.THROTTLING_USER), throttle.turnedAway(ONE, "Detach"));
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

    @Test
    void users_of_an_account_share_an_actions_calls() {
        throttle.allow(new CallRates(Map.of("Attach", 10), NO_LIMIT, NO_LIMIT));
        assertEquals(6, passed(ONE, "Attach", 6));
        assertEquals(4, passed(OTHER, "Attach", 100));
        assertEquals(Optional.of(CallRefusal.THROTTLING), throttle.turnedAway(ONE, "Attach"));
    }

    @Test
    void each_user_has_calls_of_its_own_altogether() {
        throttle.allow(new CallRates(Map.of(), NO_LIMIT, OptionalInt.of(25)));
        assertEquals(25, passed(ONE, "Attach", 100));
        assertEquals(Optional.of(CallRefusal.THROTTLING_USER), throttle.turnedAway(ONE, "Detach"));
        assertEquals(25, passed(OTHER, "Attach", 100));
        assertEquals(25, passed(new Caller("2", "cn-hangzhou", "one"), "Attach", 100), "only the name is the same");
    }

    @Test
    void an_action_has_its_calls_in_each_region_and_for_each_account() {
        throttle.allow(new CallRates(Map.of("Attach", 10), NO_LIMIT, NO_LIMIT));
        assertEquals(10, passed(ONE, "Attach", 100));
        assertEquals(10, passed(new Caller("1", "cn-beijing", "one"), "Attach", 100));
        assertEquals(10, passed(new Caller("2", "cn-hangzhou", "one"), "Attach", 100));
    }

    private int passed(String action, int asked) {
        return passed(ONE, action, asked);
    }

    private int passed(Caller caller, String action, int asked) {
        var passed = 0;
        for (int i = 0; i < asked; i++) {
            passed += throttle.turnedAway(caller, action).isEmpty() ? 1 : 0;
        }
        return passed;
    }
}
