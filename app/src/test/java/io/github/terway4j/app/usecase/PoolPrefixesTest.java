package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At most two ENIs of ten places, in a vSwitch 10.3.0.0/24 where some part is set aside for prefixes. */
class PoolPrefixesTest {
    @Test
    void pods_get_addresses_of_one_prefix_that_came_by_one_call() {
        try (var bench = bench("10.3.0.64/26")) {
            var pods = IntStream.range(0, 16).mapToObj(pod -> ip(bench.attached("pod-" + pod)));
            assertTrue(pods.allMatch(Cidr.parse("10.3.0.64/28")::contains));
            assertEquals(
                    List.of(IpPrefix.parse("10.3.0.64/28")),
                    enis(bench).getFirst().prefixes());
            assertEquals(0, bench.cloud.count("assign") + bench.cloud.count("assignPrefixes"));
            Traces.whole(bench, bench.pod("pod-0"));
        }
    }

    @Test
    void the_seventeenth_pod_brings_another_prefix_and_what_nobody_uses_any_more_goes_back() {
        try (var bench = bench("10.3.0.64/26")) {
            for (int pod = 0; pod < 17; pod++) {
                bench.attached("pod-" + pod);
            }
            assertEquals(2, enis(bench).getFirst().prefixes().size());
            assertEquals(1, bench.cloud.count("assignPrefixes"));
            bench.del(bench.pod("pod-16"));
            bench.run(Duration.ofMinutes(10));
            assertEquals(1, enis(bench).getFirst().prefixes().size());
            assertEquals(1, bench.cloud.count("unassignPrefixes"));
            assertTrue(bench.meter.told().contains(new Measurement.GivenUp(false, IpFamily.V4, 16)));
            Traces.whole(bench, bench.pod("pod-0"));
        }
    }

    @Test
    void where_the_vswitch_has_no_block_left_single_addresses_serve() {
        try (var bench = bench("10.3.0.64/28")) {
            for (int pod = 0; pod < 16; pod++) {
                bench.attached("pod-" + pod);
            }
            var last = ip(bench.attached("one-more"));
            assertTrue(Cidr.parse("10.3.0.0/24").contains(last));
            assertTrue(!Cidr.parse("10.3.0.64/28").contains(last), last::toString);
            assertEquals(1, bench.cloud.count("assignPrefixes"), "it is not asked again at once");
            Traces.whole(bench, bench.pod("one-more"));
        }
    }

    private static Bench bench(String setAside) {
        var bench = new Bench(2, 10, 0, 0);
        VSwitchId vSwitch = bench.vSwitch("10.3.0.0/24");
        bench.atTheCloud.site().reserve(vSwitch, Cidr.parse(setAside));
        bench.takePrefixes(vSwitch);
        return bench.keepPool();
    }

    private static Ip ip(PodNetwork network) {
        return network.addresses().v4().orElseThrow().ip();
    }

    private static List<CloudEni> enis(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .toList();
    }
}
