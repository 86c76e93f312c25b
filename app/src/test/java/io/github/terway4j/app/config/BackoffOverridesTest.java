package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.fault.Patience;
import io.github.terway4j.domain.fault.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffOverridesTest {
    @Test
    void what_is_overridden_is_waited_for_so_and_everything_else_as_usual() {
        var waits = Readings.config("""
                        {"backoff_override": {
                          "eni_create": {"Duration": "3s", "Factor": 4, "Jitter": 0.1, "Steps": 2},
                          "": {"Duration": 7000000000}}}""").cloud().waits();
        assertEquals(
                new Patience(Duration.ZERO, Duration.ofSeconds(3), 4, 0.1, 2, Duration.ZERO),
                waits.of(Wait.ENI_CREATE));
        assertEquals(
                new Patience(Duration.ZERO, Duration.ofSeconds(7), 1.5, 0, 6, Duration.ZERO), waits.of(Wait.ANYTHING));
        assertEquals(Wait.ENI_OPS.usual(), waits.of(Wait.ENI_OPS));
    }

    @Test
    void a_name_of_nothing_is_refused_with_those_that_there_are() {
        var problem =
                Readings.problems("{\"backoff_override\": {\"eni_creat\": {}}}").getFirst();
        assertTrue(
                problem.startsWith(
                        "backoff_override.eni_creat names nothing that is waited for; there are \"\" for all "
                                + "others, eni_create, eni_ops, "),
                problem);
    }

    @Test
    void one_that_nothing_waits_for_is_known_and_does_nothing() {
        assertEquals(
                List.of("backoff_override.wait_leni_status has no effect: nothing waits for it here"),
                Readings.warnings("{\"backoff_override\": {\"wait_leni_status\": {\"Steps\": 3}}}"));
    }
}
