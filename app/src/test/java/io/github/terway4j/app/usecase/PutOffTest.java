package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.AttachOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the cloud refuses because there are too many calls, it has not heard. This one asks for 17 seconds of patience. */
class PutOffTest {
    @Test
    void it_is_asked_for_again_when_its_turn_comes_and_that_costs_no_look() {
        try (var bench = new Bench(1, 5, 2, 2)) {
            bench.cloud.refuse("create", Refusals::throttled);
            var pass = bench.begin("pass", bench.agent.pool()::pass);
            bench.run(Duration.ofSeconds(10));
            bench.cloud.relent();
            bench.answer(pass);
            assertEquals(2, bench.cloud.count("create"));
            assertEquals(1, bench.cloud.count("attach"));
            assertEquals(1, bench.cloud.count("enisOf"));
        }
    }

    @Test
    void the_pass_ends_before_its_plan_is_old() {
        try (var bench = new Bench(1, 5, 2, 2)) {
            bench.cloud.refuse("create", Refusals::throttled);
            var began = bench.now();
            assertEquals(Duration.ofSeconds(17), bench.pass());
            assertEquals(2, bench.cloud.count("create"));
            var took = Duration.between(began, bench.now());
            assertTrue(took.compareTo(Duration.ofSeconds(30)) < 0, took::toString);
        }
    }

    @Test
    void a_pod_that_comes_meanwhile_does_not_wait_for_that() {
        try (var bench = new Bench(2, 5, 2, 2)) {
            bench.cloud.refuse("create", Refusals::throttled);
            bench.keepPool().run(Duration.ofSeconds(5));
            bench.cloud.relent();
            var came = bench.now();
            assertInstanceOf(AttachOutcome.Attached.class, bench.add(bench.pod("web")));
            var waited = Duration.between(came, bench.now());
            assertTrue(waited.compareTo(Duration.ofSeconds(10)) < 0, waited::toString);
        }
    }

    @Test
    void an_eni_whose_attachment_is_put_off_is_attached_later_and_not_made_again() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.cloud.refuse("attach", Refusals::throttled);
            assertEquals(Duration.ofSeconds(17), bench.pass());
            assertEquals(Urgency.WAITING_POD, bench.cloud.urgencies().get("attach"));
            bench.cloud.relent();
            bench.passes(3);
            assertEquals(1, bench.cloud.count("create"));
            assertEquals(2, bench.cloud.count("attach"));
        }
    }
}
