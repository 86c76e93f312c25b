package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static io.github.terway4j.ports.Breaches.keptBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class CloudJournalContractTest {
    @Test
    void no_promise_is_kept_both_by_a_journal_that_nods_and_is_empty_and_by_one_that_refuses_and_is_full_of_litter() {
        var kept = keptBy(Nodding.class);
        kept.retainAll(keptBy(Refusing.class));
        assertEquals(Set.of(), kept);
    }

    @Test
    void a_journal_that_dies_with_the_agent_breaks_every_promise_about_the_next_opening() {
        assertEquals(
                Set.of(
                        "an_intent_of_the_same_token_is_written_over()",
                        "every_intent_comes_back_as_it_was()",
                        "what_is_intended_is_found_after_the_next_opening()"),
                brokenBy(Mortal.class));
    }

    @Test
    void a_journal_that_settles_only_until_the_next_opening_breaks_the_promises_that_it_stays_gone() {
        assertEquals(
                Set.of(
                        "thousands_that_came_and_went_leave_nothing()",
                        "what_is_settled_stays_gone_after_the_next_opening()"),
                brokenBy(Haunted.class));
    }

    static final class Nodding implements CloudJournalContract {
        @Override
        public CloudJournal open() {
            return new Liar(new LedgerOutcome.Written(), List.of());
        }
    }

    static final class Refusing implements CloudJournalContract {
        @Override
        public CloudJournal open() {
            var litter = new CloudIntent(new ClientToken("litter"), new CloudDeed.Delete(new EniId("eni-9")), SINCE);
            return new Liar(new LedgerOutcome.Failed("no"), List.of(litter));
        }
    }

    static final class Mortal implements CloudJournalContract {
        @Override
        public CloudJournal open() {
            return new InMemory(new TreeMap<>(), new TreeMap<>());
        }
    }

    static final class Haunted implements CloudJournalContract {
        private final Map<String, CloudIntent> disk = new TreeMap<>();

        @Override
        public CloudJournal open() {
            return new InMemory(new TreeMap<>(disk), disk);
        }
    }

    /** Has one answer to everything. */
    private record Liar(LedgerOutcome answer, List<CloudIntent> open) implements CloudJournal {
        @Override
        public LedgerOutcome intend(CloudIntent intent) {
            return answer;
        }

        @Override
        public LedgerOutcome settle(ClientToken token) {
            return answer;
        }
    }

    /** Settles in memory alone. */
    private record InMemory(Map<String, CloudIntent> memory, Map<String, CloudIntent> disk) implements CloudJournal {
        @Override
        public LedgerOutcome intend(CloudIntent intent) {
            memory.put(intent.token().text(), intent);
            disk.put(intent.token().text(), intent);
            return new LedgerOutcome.Written();
        }

        @Override
        public LedgerOutcome settle(ClientToken token) {
            memory.remove(token.text());
            return new LedgerOutcome.Written();
        }

        @Override
        public List<CloudIntent> open() {
            return List.copyOf(memory.values());
        }
    }
}
