package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An agent that begins while the cloud is away. */
class CloudRecallTest {
    /** Outlives agents. */
    private static final class Memory implements CloudMemory {
        private CloudSight kept = CloudSight.NOTHING;

        @Override
        public Optional<NodeFacts> facts() {
            return Optional.empty();
        }

        @Override
        public LedgerOutcome keep(NodeFacts facts) {
            return new LedgerOutcome.Written();
        }

        @Override
        public CloudSight sight() {
            return kept;
        }

        @Override
        public LedgerOutcome keep(CloudSight sight) {
            kept = sight;
            return new LedgerOutcome.Written();
        }
    }

    private final Memory memory = new Memory();

    /** A node with a pod, whose agent has died while the cloud has gone away. */
    private Bench bereft() {
        var bench = new Bench(1, 8, 2, 4).remembering(memory);
        bench.passes(3);
        bench.attached("web");
        bench.restart();
        for (var operation : List.of("enisOf", "vSwitches")) {
            bench.cloud.refuse(operation, Refusals::unknown);
        }
        return bench;
    }

    private static boolean recalled(Bench bench) {
        return bench.ask("recall", bench.agent.recall()::serve);
    }

    @Test
    void a_pod_that_lives_is_served_before_the_cloud_has_said_a_word() {
        try (var bench = bereft()) {
            var before = memory.kept;
            assertFalse(before.enis().isEmpty());
            assertTrue(recalled(bench));
            var web = bench.pod("web");
            assertInstanceOf(AttachOutcome.Attached.class, bench.add(web));
            assertEquals(
                    new CheckOutcome.AllThere(),
                    bench.ask("CHECK", () -> bench.agent.checkAttachment().check(bench.request(web))));
            assertInstanceOf(DetachOutcome.Detached.class, bench.del(web));
            assertEquals(before, memory.kept);
        }
    }

    @Test
    void nobody_new_gets_an_address_by_what_is_only_remembered() {
        try (var bench = bereft()) {
            recalled(bench);
            bench.notAttached("late");
        }
    }

    @Test
    void once_the_cloud_is_back_all_goes_on_as_it_was() {
        try (var bench = bereft()) {
            recalled(bench);
            bench.cloud.relent();
            bench.passes(3);
            bench.attached("late");
        }
    }

    @Test
    void without_a_lease_the_first_look_is_waited_for() {
        try (var bench = new Bench(1, 8, 2, 4).remembering(memory)) {
            bench.passes(3);
            bench.restart();
            assertFalse(recalled(bench));
        }
    }

    @Test
    void an_eni_whose_device_has_gone_meanwhile_serves_nobody() {
        try (var bench = bereft()) {
            bench.kernel.hideLinks();
            assertFalse(recalled(bench));
        }
    }
}
