package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelInWorldTest {
    private static final String FORWARD = "net/ipv4/ip_forward";
    private static final String FILTER = "net/ipv4/conf/all/rp_filter";

    private final SimulatedMachine machine = new SimulatedMachine();
    private final NetNs node = machine.namespaces().create("node");
    private final List<KernelStep> steps = List.of(
            new KernelStep.Make(new KernelObject.Sysctl(node, FORWARD, "1")),
            new KernelStep.Make(new KernelObject.Sysctl(node, FILTER, "2")));

    @Test
    void steps_are_applied_one_after_the_other() {
        assertEquals(List.of("1", "2"), settingsAfter(FaultPlan.NONE));
    }

    @Test
    void a_crash_between_two_steps_leaves_the_first() {
        assertEquals(
                List.of("1", "0"),
                settingsAfter(call -> call.number() == 2 ? new Fate.CrashBefore() : new Fate.Arrives()));
    }

    @Test
    void a_refused_step_is_the_last() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var kernel = new KernelInWorld(machine.kernel(), process);
            var nowhere = new KernelStep.Make(new KernelObject.Sysctl(new NetNs("/nowhere"), FORWARD, "1"));
            var outcomes = new ArrayList<KernelOutcome>();
            process.start("main", () -> outcomes.add(kernel.apply(List.of(steps.get(0), nowhere, steps.get(1)))));
            world.run();
            assertInstanceOf(KernelOutcome.NoSuchNamespace.class, outcomes.getFirst());
            assertEquals(List.of("1", "0"), settings());
        }
    }

    private List<String> settingsAfter(FaultPlan faults) {
        try (var world = new World(1, faults)) {
            var process = world.process("node-1");
            var kernel = new KernelInWorld(machine.kernel(), process);
            process.start("main", () -> kernel.apply(steps));
            world.run();
            return settings();
        }
    }

    private List<String> settings() {
        var seen = assertInstanceOf(Observation.Seen.class, machine.kernel().observe(node, List.of(FORWARD, FILTER)));
        return List.of(
                seen.state().sysctls().get(FORWARD), seen.state().sysctls().get(FILTER));
    }
}
