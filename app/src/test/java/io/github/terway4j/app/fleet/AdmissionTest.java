package io.github.terway4j.app.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Admission HUNDRED = new Admission(100, 4);

    @Test
    void four_come_in_at_once_and_each_further_one_ten_milliseconds_after_the_last() {
        var turnstile = HUNDRED.new Turnstile();
        for (int i = 0; i < 4; i++) {
            assertEquals(Duration.ZERO, turnstile.take(NOON));
        }
        assertEquals(Duration.ofMillis(10), turnstile.take(NOON));
        assertEquals(Duration.ofMillis(20), turnstile.take(NOON));
    }

    @Test
    void the_last_of_a_crowd_comes_in_when_the_arithmetic_says() {
        var turnstile = HUNDRED.new Turnstile();
        var last = Duration.ZERO;
        for (int i = 0; i < 350; i++) {
            last = turnstile.take(NOON);
        }
        assertEquals(Duration.ofMillis(3_460), last);
        assertEquals(HUNDRED.until(350), last);
    }

    @Test
    void a_long_rest_makes_room_for_a_burst_and_for_no_more() {
        var turnstile = HUNDRED.new Turnstile();
        turnstile.take(NOON);
        var later = NOON.plusSeconds(60);
        for (int i = 0; i < 4; i++) {
            assertEquals(Duration.ZERO, turnstile.take(later));
        }
        assertEquals(Duration.ofMillis(10), turnstile.take(later));
    }

    @Test
    void a_refusing_door_lets_in_no_more_than_one_at_which_they_wait() {
        var door = new Door(HUNDRED, Door.Manner.REFUSING);
        for (int i = 0; i < 4; i++) {
            assertFalse(door.refuses(NOON));
        }
        assertTrue(door.refuses(NOON));
        assertTrue(door.refuses(NOON.plusMillis(9)));
        assertFalse(door.refuses(NOON.plusMillis(10)));
        assertEquals(2, door.refused());
    }
}
