package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class HostFilesContractTest {
    @Test
    void files_that_nod_and_hold_nothing_break_every_promise_about_what_is_written() {
        assertEquals(
                Set.of(
                        "a_file_is_no_folder_to_write_into()",
                        "a_folder_is_no_file_to_read_write_or_remove()",
                        "names_come_in_order()",
                        "what_is_removed_is_gone_and_its_folders_stay()",
                        "what_is_written_is_read_and_its_folders_are_made()",
                        "what_is_written_stands_for_all_that_was_there()"),
                brokenBy(Nodding.class));
    }

    @Test
    void files_that_refuse_and_are_full_of_litter_break_all_the_others() {
        assertEquals(
                Set.of("nothing_is_there_at_first()", "what_is_gone_is_removed_without_a_failure()"),
                without(brokenBy(Refusing.class), brokenBy(Nodding.class)));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        some.removeAll(others);
        return some;
    }

    static final class Nodding implements HostFilesContract {
        @Override
        public HostFiles files() {
            return new Liar(new FilesOutcome.Done(), new FoundFile.Absent(), List.of());
        }
    }

    static final class Refusing implements HostFilesContract {
        @Override
        public HostFiles files() {
            return new Liar(new FilesOutcome.Failed("no"), new FoundFile.Text("litter"), List.of("litter"));
        }
    }

    /** Has one answer to everything. */
    private record Liar(FilesOutcome answer, FoundFile found, List<String> litter) implements HostFiles {
        @Override
        public boolean has(String path) {
            return !litter.isEmpty();
        }

        @Override
        public FoundFile read(String path) {
            return found;
        }

        @Override
        public List<String> names(String folder) {
            return litter;
        }

        @Override
        public FilesOutcome write(String path, String text) {
            return answer;
        }

        @Override
        public FilesOutcome remove(String path) {
            return answer;
        }
    }
}
