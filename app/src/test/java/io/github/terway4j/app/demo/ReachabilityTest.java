package io.github.terway4j.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Programs;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReachabilityTest {
    private static final int BY_HAND = 4;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void in_every_mode_a_pod_reaches_whom_it_should_in_both_families(WiringMode mode) {
        try (var stage = stage(KernelChoice.SIMULATED, mode)) {
            everybodyIsReached(stage, mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void on_the_real_kernel_too(WiringMode mode) {
        var obstacle = Stages.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped, for " + obstacle.orElseThrow());
        try (var stage = stage(KernelChoice.LINUX, mode)) {
            everybodyIsReached(stage, mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_lost_is_told(WiringMode mode) {
        try (var stage = stage(KernelChoice.SIMULATED, mode)) {
            var next = stage.nodes().get(1).addresses().v4().orElseThrow();
            stage.kernel()
                    .apply(List.of(new KernelStep.Make(new KernelObject.Route(
                            stage.outside(), RouteTables.MAIN, Cidr.host(next), new NextHop.Blackhole(), BY_HAND))));
            var lost = new Reachability(stage, mode)
                    .tell().stream().filter(finding -> !finding.holds()).toList();
            assertEquals(
                    List.of(Way.NEXT_NODE, Way.FROM_NEXT_NODE),
                    lost.stream().map(Finding::way).toList(),
                    lost::toString);
            assertTrue(lost.stream().allMatch(finding -> finding.family() == IpFamily.V4), lost::toString);
        }
    }

    @Test
    void an_address_that_the_one_who_answers_should_not_see_is_told() {
        try (var stage = stage(KernelChoice.SIMULATED, WiringMode.VETH)) {
            // The first address of the node's first device: so the kernel takes it where nothing says otherwise.
            var stray = InterfaceAddress.parse("192.0.2.9/32");
            make(stage, new KernelObject.Address(stage.nodes().getFirst().netns(), new LinkName("lo"), stray));
            var wrong = wrong(new Reachability(stage, WiringMode.VETH).tell());
            assertEquals(List.of(Way.FROM_OWN_NODE), List.copyOf(wrong.keySet()), wrong::toString);
            assertTrue(
                    wrong.getOrDefault(Way.FROM_OWN_NODE, "").startsWith("it came from 192.0.2.9 and not"),
                    wrong::toString);
        }
    }

    @Test
    void replies_that_take_another_way_than_requests_are_told() {
        try (var stage = stage(KernelChoice.SIMULATED, WiringMode.VETH)) {
            // Pods of the first node leave by its own device, and the VPC believes whatever comes.
            var node = stage.nodes().getFirst().netns();
            var main = new RuleAction.Lookup(RouteTables.MAIN);
            var pods = RuleSelector.from(Cidr.parse("10.1.0.0/20"));
            make(stage, new KernelObject.Rule(node, 1, pods, main, BY_HAND));
            make(stage, new KernelObject.Rule(stage.outside(), 1, RuleSelector.all(IpFamily.V4), main, BY_HAND));
            var wrong = wrong(new Reachability(stage, WiringMode.VETH).tell());
            assertEquals(
                    List.of(Way.OTHER_NODE, Way.NEXT_NODE, Way.FROM_NEXT_NODE, Way.OUTSIDE, Way.FROM_OUTSIDE),
                    List.copyOf(wrong.keySet()),
                    wrong::toString);
            assertTrue(
                    wrong.values().stream().allMatch(words -> words.startsWith("replies took another way")),
                    wrong::toString);
        }
    }

    private static void make(Stage stage, KernelObject object) {
        assertEquals(new KernelOutcome.Applied(), stage.kernel().apply(List.of(new KernelStep.Make(object))));
    }

    private static EnumMap<Way, String> wrong(List<Finding> findings) {
        var wrong = new EnumMap<Way, String>(Way.class);
        for (var finding : findings) {
            if (finding.result() instanceof Finding.Result.Wrong(var objection)) {
                wrong.put(finding.way(), objection);
            }
        }
        return wrong;
    }

    @Test
    void the_table_has_a_line_for_each_way_and_names_what_failed() {
        ReachTable.print(
                List.of(
                        finding(Way.SAME_NODE, IpFamily.V4, new Finding.Result.Found()),
                        finding(Way.SAME_NODE, IpFamily.V6, new Finding.Result.Wrong("no route")),
                        finding(Way.HAIRPIN, IpFamily.V6, new Finding.Result.NotHere("no table"))),
                out);
        var lines = told.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                "| On the simulated kernel, a pod reaches | Seen by whose address | VPC, IPv4 | VPC, IPv6 |",
                lines.getFirst());
        assertEquals("| a pod of the same node, and back | the asking pod's own | yes | NO |", lines.get(2));
        assertEquals("FAILED  VPC, a pod of the same node, and back, IPv6: no route", lines.get(lines.size() - 2));
        assertEquals("not here  VPC: no table", lines.getLast());
    }

    private static Finding finding(Way way, IpFamily family, Finding.Result result) {
        return new Finding(WiringMode.VPC, way, family, "simulated", result);
    }

    private Stage stage(KernelChoice kernel, WiringMode mode) {
        return Stages.open(kernel, new Setting(2, 2, 2, Duration.ofSeconds(30)).in(mode), out);
    }

    private void everybodyIsReached(Stage stage, WiringMode mode) {
        var findings = new Reachability(stage, mode).tell();
        ReachTable.print(findings, out);
        assertEquals(Way.values().length * IpFamily.values().length, findings.size());
        assertTrue(findings.stream().allMatch(Finding::holds), told::toString);
        findings.stream().filter(ReachabilityTest::wasTried).forEach(ReachabilityTest::theDocsSayIt);
        assertTrue(
                findings.stream()
                        .allMatch(finding -> wasTried(finding)
                                || finding.way() == Way.HAIRPIN
                                || (finding.way() == Way.SERVICE && !mode.passesHost())
                                || mode.obstacle(stage).isPresent()),
                told::toString);
    }

    private static boolean wasTried(Finding finding) {
        return !(finding.result() instanceof Finding.Result.NotHere);
    }

    private static void theDocsSayIt(Finding finding) {
        var lines = docs();
        var column = "%s, %s".formatted(finding.mode().text(), finding.family() == IpFamily.V4 ? "IPv4" : "IPv6");
        var heading = lines.stream()
                .map(ReachabilityTest::cells)
                .filter(cells -> cells.contains(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/reachability.md has no column " + column));
        var row = lines.stream()
                .map(ReachabilityTest::cells)
                .filter(cells -> cells.contains(finding.way().words()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/reachability.md has no line " + finding.way()));
        assertEquals("yes", row.get(heading.indexOf(column)), finding::toString);
        assertEquals(finding.way().seen().words(), row.get(2), finding::toString);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> docs() {
        try {
            return Files.readAllLines(Programs.checkout().orElseThrow().resolve("docs/reachability.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
