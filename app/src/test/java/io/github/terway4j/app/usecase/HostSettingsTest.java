package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of the node's settings, what somebody else has set. */
class HostSettingsTest {
    private static final String FORWARDING = "net/ipv4/conf/all/forwarding";
    private static final String OF_LINK = "net/ipv4/conf/eth0/rp_filter";

    @Test
    void what_somebody_sets_otherwise_is_set_again_and_told_once() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            set(bench, FORWARDING, "0");
            set(bench, OF_LINK, "2");
            MenderTest.round(bench);
            assertEquals("1", read(bench, FORWARDING));
            assertEquals("0", read(bench, OF_LINK));
            MenderTest.round(bench);
            assertEquals(1, bench.events.count("node ConfigCheck: was set otherwise"), bench.events.told::toString);
        }
    }

    @Test
    void a_node_whose_settings_are_as_they_were_is_not_told_of() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            bench.attached("web");
            MenderTest.round(bench);
            assertEquals(0, bench.events.count("node ConfigCheck"), bench.events.told::toString);
        }
    }

    @Test
    void what_cannot_be_set_again_is_told() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            set(bench, FORWARDING, "0");
            bench.kernel.refuse("make sysctl");
            MenderTest.round(bench);
            assertEquals(
                    1,
                    bench.events.count("node ConfigCheck: is set otherwise, and cannot be set again"),
                    bench.events.told::toString);
        }
    }

    private static void set(Bench bench, String key, String value) {
        assertInstanceOf(
                KernelOutcome.Applied.class,
                bench.machine
                        .kernel()
                        .apply(new DatapathPlan(List.of(new KernelObject.Sysctl(bench.host, key, value))).steps()));
    }

    private static String read(Bench bench, String key) {
        KernelState state = assertInstanceOf(
                        Observation.Seen.class, bench.machine.kernel().observe(bench.host, List.of(key)))
                .state();
        return String.valueOf(state.sysctls().get(key));
    }
}
