package io.github.terway4j.app.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.domain.net.IpFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandwidthBenchTest {
    private static final double TOLERANCE = 0.05;

    private final List<BandwidthMeasure> measures = new ArrayList<>();

    @Test
    void the_simulated_kernel_holds_both_directions_and_families_to_the_limit() {
        var plan = new BandwidthPlan(List.of(1, 20, 1000), 1, Duration.ofSeconds(1));
        new BandwidthBench(plan, new OwnSockets()).simulated(measures::add);
        assertEquals(12, measures.size());
        measures.forEach(BandwidthBenchTest::isHeld);
    }

    /** A limit that a busy machine can keep up with; of five transfers of a second the median. */
    @Test
    void the_real_kernel_does_so_too() throws IOException {
        assumeTrue(isRoot(), "skipped: network namespaces are root's to make, on Linux");
        var plan = new BandwidthPlan(List.of(50), 5, Duration.ofMillis(600));
        new BandwidthBench(plan, new OwnSockets()).linux(measures::add);
        assertEquals(4, measures.size());
        measures.forEach(BandwidthBenchTest::isHeld);
        measures.forEach(measure ->
                assertTrue(measure.unshaped() > 2 * measure.limit(), () -> "it limits nothing: " + measure.row()));
    }

    @Test
    void a_full_frame_carries_less_payload_than_it_is_long() {
        assertEquals(1448 / 1514.0, BandwidthMeasure.payloadShare(IpFamily.V4));
        assertEquals(1428 / 1514.0, BandwidthMeasure.payloadShare(IpFamily.V6));
    }

    @Test
    void iperf3_tells_what_arrived() throws IOException {
        assertEquals(4.2e7, Iperf3.received("""
                        {"end": {"sum_sent": {"bits_per_second": 5.1e7}, "sum_received": {"bits_per_second": 4.2e7}}}"""));
    }

    private static void isHeld(BandwidthMeasure measure) {
        assertEquals(1, measure.ratio(), TOLERANCE, () -> BandwidthMeasure.heading() + "\n" + measure.row());
    }

    private static boolean isRoot() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.isReadable(status) && Files.readString(status).contains("\nUid:\t0\t");
    }
}
