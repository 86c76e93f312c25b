package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.in.AttachOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In this cloud an ENI is attached after one to three seconds, and a call takes up to three tenths. */
class DeviceWatchTest {
    @Test
    void an_eni_on_its_way_in_is_looked_for_in_the_cloud_when_its_device_has_shown_up_and_not_before() {
        try (var bench = new Bench(1, 5, 2, 2).keepPool()) {
            bench.run(Duration.ofSeconds(4));
            assertTrue(bench.agent.book().awaitAtHand(2, bench.now()));
            bench.run(Duration.ofSeconds(30));
            assertEquals(2, bench.cloud.count("enisOf"), bench.cloud.asked::toString);
        }
    }

    @Test
    void an_eni_on_its_way_out_is_looked_for_when_its_device_has_gone() {
        try (var bench = new Bench(1, 5, 0, 0).keepPool()) {
            bench.attached("a");
            bench.del(bench.pod("a"));
            bench.cloud.asked.clear();
            bench.run(Duration.ofMinutes(4));
            assertEquals(List.of("enisOf", "enisOf", "detach", "enisOf", "delete", "enisOf"), bench.cloud.operations());
        }
    }

    @Test
    void a_pod_that_comes_meanwhile_is_not_kept_waiting_for_a_device() {
        try (var bench = new Bench(2, 2, 2, 2).keepPool()) {
            bench.run(Duration.ofMillis(900));
            var looks = bench.cloud.count("enisOf");
            var calls = List.of(bench.beginAdd(bench.pod("a")), bench.beginAdd(bench.pod("b")));
            bench.run(Duration.ofMillis(500));
            assertTrue(bench.cloud.count("enisOf") > looks, bench.cloud.asked::toString);
            calls.forEach(call -> assertTrue(bench.answer(call) instanceof AttachOutcome.Attached));
        }
    }
}
