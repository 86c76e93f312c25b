package io.github.terway4j.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReachabilityTest {
    private static final int BY_HAND = 4;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void in_every_mode_a_pod_reaches_whom_it_should_in_both_families(DaemonMode mode) {
        try (var stage = stage(KernelChoice.SIMULATED, mode)) {
            everybodyIsReached(stage, mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void on_the_real_kernel_too(DaemonMode mode) {
        var obstacle = Stages.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped, for " + obstacle.orElseThrow());
        try (var stage = stage(KernelChoice.LINUX, mode)) {
            everybodyIsReached(stage, mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_lost_is_told(DaemonMode mode) {
        try (var stage = stage(KernelChoice.SIMULATED, mode)) {
            var next = stage.nodes().get(1).addresses().v4().orElseThrow();
            stage.kernel()
                    .apply(List.of(new KernelStep.Make(new KernelObject.Route(
                            stage.outside(), RouteTables.MAIN, Cidr.host(next), new NextHop.Blackhole(), BY_HAND))));
            var lost = new Reachability(stage, mode)
                    .tell().stream().filter(finding -> !finding.arrived()).toList();
            assertEquals(
                    List.of(Way.NEXT_NODE, Way.FROM_NEXT_NODE),
                    lost.stream().map(Finding::way).toList(),
                    lost::toString);
            assertTrue(lost.stream().allMatch(finding -> finding.family() == IpFamily.V4), lost::toString);
        }
    }

    @Test
    void the_table_has_a_line_for_each_way_and_names_what_failed() {
        ReachTable.print(
                List.of(
                        new Finding(DaemonMode.VPC, Way.SAME_NODE, IpFamily.V4, "simulated", ""),
                        new Finding(DaemonMode.VPC, Way.SAME_NODE, IpFamily.V6, "simulated", "no route")),
                out);
        var lines = told.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("| A pod reaches | VPC, IPv4 | VPC, IPv6 |", lines.getFirst());
        assertEquals("| a pod of the same node, and back | yes | NO |", lines.get(2));
        assertEquals("FAILED  VPC, a pod of the same node, and back, IPv6: no route", lines.getLast());
    }

    private Stage stage(KernelChoice kernel, DaemonMode mode) {
        return Stages.open(kernel, new Setting(2, 2, 2, Duration.ofSeconds(30)).in(mode), out);
    }

    private void everybodyIsReached(Stage stage, DaemonMode mode) {
        var findings = new Reachability(stage, mode).tell();
        ReachTable.print(findings, out);
        assertEquals(Way.values().length * IpFamily.values().length, findings.size());
        assertTrue(findings.stream().allMatch(Finding::arrived), told::toString);
    }
}
