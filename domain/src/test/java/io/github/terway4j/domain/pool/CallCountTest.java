package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it costs to bring up a hundred pods at once on an empty node, and to end them, beside the least it can cost. */
class CallCountTest {
    private static final int PODS = 100;
    private static final int SLACK = 1;

    @ParameterizedTest(name = "ENIs of {0}, {1}")
    @CsvSource({"10, ADDRESS", "15, ADDRESS", "20, ADDRESS", "30, ADDRESS", "50, ADDRESS", "10, PREFIX", "30, PREFIX"})
    void a_burst_up_and_down_costs_little_more_than_the_least(int perEni, Portion portion) {
        var limits = new PoolLimits(15, perEni, List.of(IpFamily.V4)).in(portion);
        var cloud = new TinyCloud(limits, true, List.of());
        settle(cloud, PODS);
        assertEquals(PODS, cloud.pods());
        var up = cloud.calls;
        cloud.end(PODS);
        settle(cloud, 0);
        assertEquals(List.of(), cloud.holdings());
        var enis = Math.ceilDiv(PODS, limits.podsPerEni());
        // Made with ten portions and attached; then filled, ten portions a call.
        var portions = Math.ceilDiv(PODS, portion.ipv4Addresses());
        var leastUp = 2 * enis + leastAssignments(portions - 10 * enis, enis, limits.places());
        assertTrue(up <= leastUp + SLACK, () -> "%d calls up, %d would do".formatted(up, leastUp));
        // Detached and deleted, whatever they carry.
        assertEquals(2 * enis, cloud.calls - up);
    }

    /** One call gives ten portions to one ENI, or what places that has left. */
    private static int leastAssignments(int portions, int enis, int places) {
        var calls = 0;
        for (int left = portions, room = places - 10; left > 0; room -= 10) {
            for (int eni = 0; eni < enis && left > 0; eni++, calls++) {
                left -= Math.min(10, room);
            }
        }
        return calls;
    }

    private static void settle(TinyCloud cloud, int starving) {
        var waiting = starving;
        for (int pass = 0; pass < 100; pass++) {
            waiting = cloud.serve(waiting);
            var plan = cloud.plan(new Watermarks(0, 0), waiting);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                return;
            }
        }
        throw new AssertionError("no rest: " + cloud.holdings());
    }
}
