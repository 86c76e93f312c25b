package io.github.terway4j.app.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.quota.CloudApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DealingsTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final Dealings dealings = new Dealings(Duration.ofMinutes(5), BEGUN);

    private void heard(int second, CloudApi api) {
        var made = new Requests();
        made.count(api);
        dealings.heard(made, BEGUN.plusSeconds(second));
    }

    private void look(int second) {
        heard(second, CloudApi.DESCRIBE_NETWORK_INTERFACES);
    }

    @Test
    void looks_that_lead_to_a_change_and_follow_it_are_counted_with_it() {
        look(100);
        look(101);
        heard(102, CloudApi.DETACH_NETWORK_INTERFACE);
        look(110);
        assertEquals(
                Map.of(CloudApi.DETACH_NETWORK_INTERFACE, 1L, CloudApi.DESCRIBE_NETWORK_INTERFACES, 3L),
                dealings.cost().byKind());
    }

    @Test
    void looks_that_are_taken_in_any_case_are_not_counted() {
        look(40);
        heard(160, CloudApi.DETACH_NETWORK_INTERFACE);
        look(280);
        look(400);
        assertEquals(
                Map.of(CloudApi.DETACH_NETWORK_INTERFACE, 1L), dealings.cost().byKind());
    }

    @Test
    void a_change_that_follows_after_a_long_rest_is_counted() {
        heard(10, CloudApi.DETACH_NETWORK_INTERFACE);
        look(130);
        heard(140, CloudApi.DELETE_NETWORK_INTERFACE);
        assertEquals(3, dealings.cost().all());
    }

    @Test
    void it_is_over_when_nothing_has_been_changed_for_long_however_often_somebody_looks() {
        heard(100, CloudApi.DELETE_NETWORK_INTERFACE);
        look(220);
        look(340);
        assertFalse(dealings.areOver(BEGUN.plusSeconds(400)));
        assertTrue(dealings.areOver(BEGUN.plusSeconds(401)));
    }
}
