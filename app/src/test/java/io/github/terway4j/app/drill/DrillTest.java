package io.github.terway4j.app.drill;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.app.drill.CrookedStage.Trick;
import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillTest {
    private static final DrillPlan SIXTY = new DrillPlan(60, 1);
    private static final DrillPlan TEN = new DrillPlan(10, 1);
    private static final DrillPlan FEW = new DrillPlan(4, 1);
    /** In tenths of a second: the simulated kernel has nothing that goes by itself. */
    private static final int PATIENCE = 5;

    private static final CniAnswer FINE = new CniAnswer(0, Map.of(), Duration.ZERO);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void sixty_pods_come_are_repaired_and_go_among_others_in_every_mode(WiringMode mode) {
        try (var stage = stage(KernelChoice.SIMULATED, SIXTY, mode)) {
            allWasWell(new Drill(stage, mode.text(), SIXTY, out).run());
        }
    }

    @ParameterizedTest
    @EnumSource
    void on_the_real_kernel_too_where_the_programs_of_others_are_witnesses(WiringMode mode) {
        try (var stage = onLinux(TEN, mode)) {
            var lacking = mode.obstacle(stage);
            assumeTrue(lacking.isEmpty(), () -> "skipped, for " + lacking.orElseThrow());
            var count = new Drill(stage, mode.text(), TEN, out).run();
            allWasWell(count);
            assertTrue(count.seen() > 200, () -> "the programs saw little: " + count);
        }
    }

    @Test
    void pods_that_are_not_taken_apart_are_left() {
        var count = withTrick(_ -> (command, _, honest) -> command.equals("DEL") ? FINE : honest.get());
        assertFalse(count.ok());
        assertTrue(count.left().stream().anyMatch(left -> left.contains("priority=512")), told::toString);
        assertTrue(count.left().stream().anyMatch(left -> left.startsWith("lease")), told::toString);
        assertEquals(List.of(), count.touched());
    }

    @Test
    void a_rule_of_others_that_goes_with_a_pod_is_touched() {
        var count = withTrick(stage -> (command, _, honest) -> {
            if (command.equals("DEL")) {
                var node = stage.nodes().getFirst();
                stage.look(node).rules().stream()
                        .filter(rule -> rule.protocol() == 186)
                        .findFirst()
                        .ifPresent(rule -> stage.kernel().apply(List.of(new KernelStep.Remove(rule))));
            }
            return honest.get();
        });
        assertFalse(count.ok());
        assertTrue(count.touched().stream().allMatch(touched -> touched.contains("protocol=186")), told::toString);
        assertEquals(List.of(), count.left());
    }

    @Test
    void what_only_others_programs_can_say_is_watched_too() {
        try (var stage = onLinux(FEW, WiringMode.VPC)) {
            var crooked = CrookedStage.of(stage, (command, _, call) -> {
                if (command.equals("DEL")) {
                    removeRuleByPort(stage.nodes().getFirst().netns());
                }
                return call.get();
            });
            var count = new Drill(crooked, "VPC", FEW, out).run();
            assertEquals(1, count.touched().size(), told::toString);
            assertTrue(count.touched().getFirst().contains("dport 443"), told::toString);
        }
    }

    @Test
    void a_check_that_passes_whatever_is_missing_has_noticed_nothing() {
        var count = withTrick(_ -> (command, _, honest) -> command.equals("CHECK") ? FINE : honest.get());
        assertFalse(count.ok());
        assertEquals(0, count.noticed());
    }

    @Test
    void a_pod_that_still_lacks_something_is_not_repaired() {
        var first = new TreeMap<String, CniAnswer>();
        var count = withTrick(_ -> (command, container, honest) ->
                command.equals("ADD") ? first.computeIfAbsent(container, _ -> honest.get()) : honest.get());
        assertFalse(count.ok());
        assertEquals(0, count.repaired());
    }

    @Test
    void the_seed_says_what_others_have() {
        var ns = new NetNs("/run/netns/node");
        assertEquals(Strangers.on(ns, 7), Strangers.on(ns, 7));
        assertNotEquals(Strangers.on(ns, 7), Strangers.on(ns, 8));
        assertTrue(Strangers.on(ns, 7).stream()
                .anyMatch(object -> object instanceof KernelObject.Rule rule && rule.priority() == 512));
    }

    private DrillCount withTrick(Function<Stage, Trick> trick) {
        try (var stage = stage(KernelChoice.SIMULATED, FEW, WiringMode.VETH)) {
            return new Drill(CrookedStage.of(stage, trick.apply(stage)), "ENIMultiIP", FEW, out, PATIENCE).run();
        }
    }

    private void allWasWell(DrillCount count) {
        assertAll(
                () -> assertTrue(count.ok(), told::toString),
                () -> assertEquals(count.plan().pods(), count.wired()),
                () -> assertEquals(count.plan().pods() / 10, count.repaired()),
                () -> assertTrue(count.objects() >= count.repaired(), told::toString),
                () -> assertTrue(count.others() > 80, told::toString));
    }

    private Stage onLinux(DrillPlan plan, WiringMode mode) {
        var obstacle = Stages.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped, for " + obstacle.orElseThrow());
        return stage(KernelChoice.LINUX, plan, mode);
    }

    private Stage stage(KernelChoice kernel, DrillPlan plan, WiringMode mode) {
        return Stages.setUp(kernel, new Setting(1, plan.pods(), plan.pods(), Duration.ZERO).in(mode), out);
    }

    private static void removeRuleByPort(NetNs node) {
        var name = Path.of(node.path()).getFileName().toString();
        try {
            // It is there once, so only the first of these does anything.
            new ProcessBuilder("ip", "-n", name, "rule", "del", "ipproto", "tcp", "dport", "443")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
