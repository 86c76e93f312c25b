package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.TriedFeature;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
    private static final List<KernelNeed> NEEDS =
            KernelNeed.of(DatapathKind.IPVLAN_L2, List.of(IpFamily.V4, IpFamily.V6));

    private final SimulatedMachine machine = new SimulatedMachine();
    private final StubbornKernel kernel = new StubbornKernel(machine.kernel());
    private final KernelTrial trial = new KernelTrial(kernel, machine.namespaces(), "trial-");

    @Test
    void a_kernel_that_has_everything_objects_to_nothing() {
        assertEquals(
                List.of(),
                trial.of(NEEDS).stream().filter(each -> !each.there()).toList());
    }

    @Test
    void what_the_kernel_refuses_is_missing_and_nothing_else_is() {
        kernel.refuse("make ipvlan");
        var tried = trial.of(NEEDS);
        assertEquals(
                List.of("ipvlan"),
                tried.stream()
                        .filter(TriedFeature::forbids)
                        .map(each -> each.need().feature().word())
                        .toList());
        assertTrue(TriedFeature.obstacles(tried).getFirst().contains("stubborn"), tried::toString);
    }

    @Test
    void nothing_is_left_of_a_trial() {
        kernel.refuse("make qdisc");
        trial.of(NEEDS);
        assertEquals(List.of(), machine.namespaces().named("trial-"));
    }
}
