package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.simulator.cloud.LyingCloud.Lie;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract sees through whoever lies in one thing only, to a caller who believes at once and to a patient one. */
class LyingCloudTest {
    @Test
    void the_contract_sees_through_every_lie() {
        assertEveryLieIsCaught(ToTheCalm.class);
    }

    @Test
    void patience_believes_no_lie() {
        assertEveryLieIsCaught(ToThePatient.class);
    }

    private static void assertEveryLieIsCaught(Class<?> bench) {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(bench))
                .execute()
                .testEvents();
        var broken = new TreeMap<String, Integer>();
        tests.started().stream().forEach(event -> broken.putIfAbsent(lie(event.getTestDescriptor()), 0));
        tests.failed().stream().forEach(event -> broken.merge(lie(event.getTestDescriptor()), 1, Integer::sum));
        assertEquals(Lie.values().length, broken.size(), () -> "asked about " + broken);
        assertFalse(broken.containsValue(0), () -> "promises broken by each lie: " + broken);
    }

    private static String lie(TestDescriptor test) {
        return test.getParent().orElseThrow().getDisplayName();
    }

    @ParameterizedClass(name = "{0}")
    @EnumSource
    static class ToTheCalm implements OnSimulatedCloud {
        private final TestClock clock = new TestClock();
        private final Landscape landscape = Landscape.in(new SimulatedCloud(7, clock, EniTemper.CALM));
        private final CloudNetwork cloud;

        ToTheCalm(Lie lie) {
            var behind = landscape.scene().cloud();
            cloud = new LyingCloud(new SimulatedCloudNetwork(behind, Passage.direct()), behind, vSwitch(), lie);
        }

        @Override
        public CloudNetwork cloud() {
            return cloud;
        }

        @Override
        public Landscape landscape() {
            return landscape;
        }

        @Override
        public void passTime(Duration length) {
            clock.pass(length);
        }
    }

    static class ToThePatient extends ToTheCalm {
        ToThePatient(Lie lie) {
            super(lie);
        }

        @Override
        public boolean calm() {
            return false;
        }
    }
}
