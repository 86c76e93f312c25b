package io.github.terway4j.app.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.stage.CloudAccess;
import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Sighting;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.ports.out.WatchedTraffic;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Plot PLOT = new Plot(2, 4);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    private Stage stage() {
        return Stages.open(KernelChoice.SIMULATED, new Setting(2, 2, 2, Duration.ofSeconds(30)), out);
    }

    @Test
    void on_the_simulated_kernel_every_check_holds_and_nothing_is_left() {
        try (var stage = stage()) {
            var outcome = new Story(stage, PLOT, out).tell();
            assertAll(
                    () -> assertTrue(outcome.ok(), told::toString),
                    () -> assertEquals("simulated", outcome.kernel()),
                    () -> assertTrue(outcome.passed() > 25, () -> outcome.passed() + " checks only"),
                    () -> assertEquals(List.of(), outcome.leftovers()));
        }
    }

    @Test
    void through_the_clouds_own_protocols_every_check_holds_too() {
        var setting = new Setting(2, 2, 2, Duration.ofSeconds(30), CloudAccess.HTTP);
        try (var stage = Stages.open(KernelChoice.SIMULATED, setting, out)) {
            var outcome = new Story(stage, PLOT, out).tell();
            assertTrue(outcome.ok(), told::toString);
            assertEquals("http", outcome.cloud());
            assertTrue(stage.cloudCalls().orElseThrow().getOrDefault("CreateNetworkInterface", 0) >= 2, told::toString);
        }
    }

    @Test
    void pods_that_are_not_taken_apart_are_told_as_left_over() {
        try (var stage = new LyingStage(stage())) {
            var outcome = new Story(stage, PLOT, out).tell();
            assertFalse(outcome.ok());
            assertTrue(
                    outcome.leftovers().stream().anyMatch(left -> left.startsWith("rule 512")),
                    outcome.leftovers()::toString);
            assertTrue(
                    outcome.leftovers().stream().anyMatch(left -> left.startsWith("lease")),
                    outcome.leftovers()::toString);
        }
    }

    @Test
    void lost_packets_fail_the_story() {
        try (var stage = new LyingStage(stage())) {
            new Story(stage, PLOT, out).tell();
            assertTrue(told.toString(StandardCharsets.UTF_8)
                    .contains("FAILED  default/web-1 reaches its own node over IPv4: swallowed"));
        }
    }

    /** Its DEL does nothing, and its packets go nowhere. */
    private record LyingStage(Stage honest) implements Stage {
        @Override
        public CniAnswer call(StageNode node, Map<String, String> variables, String stdin) {
            return "DEL".equals(variables.get("CNI_COMMAND"))
                    ? new CniAnswer(0, Map.of(), Duration.ZERO)
                    : honest.call(node, variables, stdin);
        }

        @Override
        public Traffic traffic() {
            return (_, _, _, _) -> new TrafficOutcome.Lost("swallowed");
        }

        @Override
        public WatchedTraffic watchedTraffic() {
            return (_, _, _, _, _) -> new Sighting.Lost("swallowed");
        }

        @Override
        public Optional<String> translate(StageNode node, Ip service, Ip pod) {
            return honest.translate(node, service, pod);
        }

        @Override
        public String kernelName() {
            return honest.kernelName();
        }

        @Override
        public List<StageNode> nodes() {
            return honest.nodes();
        }

        @Override
        public Kernel kernel() {
            return honest.kernel();
        }

        @Override
        public Sandbox startPod(StageNode node, String name) {
            return honest.startPod(node, name);
        }

        @Override
        public void endPod(Sandbox sandbox) {
            honest.endPod(sandbox);
        }

        @Override
        public void startAgent(StageNode node) {
            honest.startAgent(node);
        }

        @Override
        public void killAgent(StageNode node) {
            honest.killAgent(node);
        }

        @Override
        public List<Lease> ledger(StageNode node) {
            return honest.ledger(node);
        }

        @Override
        public NetNs outside() {
            return honest.outside();
        }

        @Override
        public EniId eniOf(Ip address) {
            return honest.eniOf(address);
        }

        @Override
        public Optional<Map<String, Integer>> cloudCalls() {
            return honest.cloudCalls();
        }

        @Override
        public void pause() {}

        @Override
        public void close() {
            honest.close();
        }
    }
}
