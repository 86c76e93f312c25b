package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.invariant.Violated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The same where ENIs take blocks of addresses. */
class BlocksRecoveryTest {
    private static final Landscape LANDSCAPE = new Landscape(
            InstanceTypes.known().type("ecs.g6.large").limits(),
            Map.of("version", "1", "enable_ip_prefix", true, "min_pool_size", 1L, "max_pool_size", 20L),
            false);

    @Test
    void a_block_more_than_is_wanted() {
        var plan = new SimulationPlan(4, 1_000, 1, List.of(), FaultChoice.ALL);
        try (var simulation = new Simulation(plan, new Staging(_ -> LANDSCAPE, UnaryOperator.identity()))) {
            simulation.begin();
            simulation.world.runFor(Duration.ofMinutes(10));
            simulation.calm();
            simulation.world.runFor(new Calm(simulation.config).bound());
            assertDoesNotThrow(() -> new Recovery(simulation).require());
            var eni = simulation.secondaryEnis().getFirst();
            assertFalse(eni.eni().prefixes(IpFamily.V4).isEmpty(), eni::toString);
            assertInstanceOf(
                    Answer.Given.class,
                    simulation.cloud.assign(new Assignment(eni.id(), IpFamily.V4, AddressWish.prefixes(2))));
            assertEquals(
                    "pool-between-marks",
                    assertThrows(Violated.class, () -> new Recovery(simulation).require())
                            .invariant());
        }
    }
}
