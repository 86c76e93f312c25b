package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** ENIs that never arrive, and such as never leave. */
class StuckEnisTest {
    private static final Duration HOUR = Duration.ofHours(1);
    /** One in the two minutes of the sync period, and a few at the beginning. */
    private static final int RARE = 55;

    @Test
    void one_that_is_attached_for_ever_is_looked_for_less_and_less_often_and_told_of_once() {
        try (var bench = new Bench(2, 5, 1, 1)) {
            bench.cloud.lie(eni -> eni.kind() == EniKind.SECONDARY ? eni.with(EniStatus.ATTACHING) : eni);
            bench.keepPool();
            bench.run(HOUR);
            assertRare(bench, "enisOf");
            assertEquals(2, bench.events.count("node ResourceInvalid"), () -> bench.events.told.toString());
            assertEquals(2, bench.cloud.count("create"), "another in its stead, and no more than may be");
        }
    }

    @Test
    void a_pod_does_not_wait_for_an_eni_that_should_long_have_come() {
        try (var bench = new Bench(2, 5, 1, 1).passes(1)) {
            var lost = secondary(bench);
            bench.cloud.lie(eni -> eni.id().equals(lost) ? eni.with(EniStatus.ATTACHING) : eni);
            bench.keepPool();
            bench.run(Duration.ofMinutes(4));
            assertTrue(bench.add(bench.pod("web")) instanceof AttachOutcome.Attached);
        }
    }

    @Test
    void one_whose_device_does_not_show_up_is_looked_for_less_and_less_often_and_attached_anew() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DeviceLate(HOUR.multipliedBy(9))));
            bench.keepPool();
            bench.run(HOUR);
            assertTrue(bench.cloud.count("enisOf") <= 3 * RARE, () -> "looks: " + bench.cloud.count("enisOf"));
            assertTrue(bench.cloud.count("detach") > 0, "it may show up if it is attached anew");
            bench.atTheCloud.follow(QuirkPlan.CALM);
            bench.run(Duration.ofMinutes(30));
            assertTrue(bench.add(bench.pod("web")) instanceof AttachOutcome.Attached);
        }
    }

    @Test
    void a_deletion_that_comes_to_a_stop_is_asked_for_again_less_and_less_often() {
        try (var bench = new Bench(1, 5, 0, 0).keepPool()) {
            bench.attached("web");
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DeletionHangs()));
            bench.del(bench.pod("web"));
            bench.run(HOUR);
            assertRare(bench, "enisOf");
            var times = bench.cloud.count("delete");
            assertTrue(times > 3 && times < 12, () -> "deleted so many times: " + times);
            assertEquals(1, bench.events.count("node ResourceInvalid"), () -> bench.events.told.toString());
            assertEquals(0, bench.events.count("node DeleteENISucceed"));
            bench.atTheCloud.follow(QuirkPlan.CALM);
            bench.run(Duration.ofMinutes(30));
            assertEquals(1, bench.events.count("node DeleteENISucceed"), () -> bench.events.told.toString());
        }
    }

    @Test
    void one_whose_device_does_not_go_is_looked_for_in_the_kernel_no_more_than_once_a_second_after_a_while() {
        try (var bench = new Bench(1, 5, 0, 0).keepPool()) {
            bench.attached("web");
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DetachmentHangs()));
            bench.del(bench.pod("web"));
            bench.run(Duration.ofMinutes(10));
            assertTrue(bench.cloud.count("detach") > 0);
            var before = bench.kernel.looks();
            bench.run(Duration.ofMinutes(10));
            var looks = bench.kernel.looks() - before;
            assertTrue(looks > 0 && looks < 700, () -> "looks: " + looks);
        }
    }

    private static void assertRare(Bench bench, String call) {
        assertTrue(bench.cloud.count(call) <= RARE, () -> call + ": " + bench.cloud.count(call));
    }

    private static EniId secondary(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
