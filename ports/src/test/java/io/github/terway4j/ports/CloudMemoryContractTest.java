package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class CloudMemoryContractTest {
    @Test
    void a_memory_that_forgets_keeps_but_the_promise_to_be_empty_at_first() {
        assertEquals(
                Set.of(
                        "what_is_kept_is_found_after_the_next_opening_as_it_was()",
                        "what_was_seen_last_stands_for_all_before_and_says_nothing_of_the_machine()"),
                brokenBy(Forgetful.class));
    }

    @Test
    void one_that_remembers_what_nobody_told_it_breaks_that() {
        assertEquals(
                Set.of(
                        "nothing_is_remembered_at_first()",
                        "what_was_seen_last_stands_for_all_before_and_says_nothing_of_the_machine()"),
                brokenBy(Imagining.class));
    }

    static final class Forgetful implements CloudMemoryContract {
        @Override
        public CloudMemory openMemory() {
            return new Liar(Optional.empty(), CloudSight.NOTHING);
        }
    }

    static final class Imagining implements CloudMemoryContract {
        @Override
        public CloudMemory openMemory() {
            return new Liar(Optional.of(FACTS), SIGHT);
        }
    }

    private record Liar(Optional<NodeFacts> facts, CloudSight sight) implements CloudMemory {
        @Override
        public LedgerOutcome keep(NodeFacts told) {
            return new LedgerOutcome.Written();
        }

        @Override
        public LedgerOutcome keep(CloudSight seen) {
            return new LedgerOutcome.Written();
        }
    }
}
