package io.github.terway4j.domain.vswitch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.VSwitchId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VSwitchHealthTest {
    private static final VSwitchId ONE = new VSwitchId("vsw-1");
    private static final VSwitchId OTHER = new VSwitchId("vsw-2");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private final VSwitchHealth health = new VSwitchHealth(Duration.ofMinutes(10));

    @Test
    void a_vswitch_that_never_refused_may_be_asked() {
        assertTrue(health.usable(ONE, NOON));
    }

    @Test
    void one_that_ran_dry_is_left_alone_until_it_has_rested() {
        health.exhausted(ONE, NOON);
        assertFalse(health.usable(ONE, NOON));
        assertFalse(health.usable(ONE, NOON.plusSeconds(599)));
        assertTrue(health.usable(ONE, NOON.plusSeconds(600)));
        assertTrue(health.usable(OTHER, NOON));
    }

    @Test
    void its_rest_begins_anew_when_it_refuses_again() {
        health.exhausted(ONE, NOON);
        health.exhausted(ONE, NOON.plusSeconds(600));
        assertFalse(health.usable(ONE, NOON.plusSeconds(700)));
        assertTrue(health.usable(ONE, NOON.plusSeconds(1200)));
    }

    @Test
    void an_address_that_came_back_there_ends_the_rest() {
        health.exhausted(ONE, NOON);
        health.exhausted(OTHER, NOON);
        health.addressFreed(ONE);
        assertTrue(health.usable(ONE, NOON));
        assertFalse(health.usable(OTHER, NOON));
    }
}
