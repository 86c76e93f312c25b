package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetreatTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Duration quiet(Retreat retreat, double lot) {
        return retreat.refused(NOW, lot).left(NOW);
    }

    /** So many complaints, each as soon as the one before is over. */
    private static Retreat refused(int times) {
        var retreat = Retreat.NONE;
        for (int i = 0; i < times; i++) {
            retreat = retreat.refused(NOW, 1);
            retreat = new Retreat(retreat.room(), NOW);
        }
        return retreat;
    }

    @Test
    void chance_says_when_within_the_while_this_node_comes_back() {
        assertEquals(Duration.ofMillis(75), quiet(Retreat.NONE, 0));
        assertEquals(Duration.ofMillis(750), quiet(Retreat.NONE, 1));
    }

    @Test
    void each_complaint_doubles_the_while_up_to_sixteen_seconds() {
        assertEquals(Duration.ofMillis(1500), quiet(refused(1), 1));
        assertEquals(Duration.ofSeconds(3), quiet(refused(2), 1));
        assertEquals(Duration.ofSeconds(16), quiet(refused(20), 1));
    }

    @Test
    void each_call_that_is_taken_halves_it_down_to_where_it_began() {
        assertEquals(Duration.ofMillis(1500), quiet(refused(2).taken(), 1));
        assertEquals(Duration.ofMillis(750), quiet(refused(2).taken().taken().taken(), 1));
    }

    @Test
    void what_is_said_of_calls_that_were_under_way_has_been_said() {
        var retreat = Retreat.NONE.refused(NOW, 1);
        assertSame(retreat, retreat.refused(NOW.plusMillis(749), 1));
        assertTrue(retreat.isOn(NOW.plusMillis(749)));
        assertFalse(retreat.isOn(NOW.plusMillis(750)));
    }

    @Test
    void a_minute_later_nothing_of_it_is_remembered() {
        var later = NOW.plusSeconds(61);
        assertEquals(Duration.ofMillis(750), refused(20).refused(later, 1).left(later));
        assertEquals(
                Duration.ofSeconds(16),
                refused(20).refused(NOW.plusSeconds(60), 1).left(NOW.plusSeconds(60)));
    }

    @Test
    void a_clock_that_is_set_back_does_not_make_it_last() {
        assertEquals(Duration.ofSeconds(16), Retreat.NONE.refused(NOW, 1).left(NOW.minus(Duration.ofHours(1))));
    }
}
