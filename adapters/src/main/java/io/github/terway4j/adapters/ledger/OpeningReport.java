package io.github.terway4j.adapters.ledger;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found when the ledger was opened.
 *
 * @param setAside what could not be read; of these leases, if they still are, only the kernel knows, and of these
 *     intents only the cloud
 */
public record OpeningReport(Path file, int records, List<SetAside> setAside) {
    public OpeningReport {
        setAside = List.copyOf(setAside);
    }

    /** Something that could not be read, and was kept under another name. */
    public sealed interface SetAside {
        String words();

        /** A whole file, of leases or of reservations: it began anew, empty. */
        record WholeFile(Path keptAs, String why) implements SetAside {
            @Override
            public String words() {
                return "the whole ledger is unreadable, is kept as %s, and a new one was begun: %s"
                        .formatted(keptAs, why);
            }
        }

        /** Lines of a file that are not as they were written: the rest was read. */
        record SomeLines(Path keptAs, int lines) implements SetAside {
            @Override
            public String words() {
                return "%d lines of the ledger are unreadable; as it was it is kept as %s, and the rest was read"
                        .formatted(lines, keptAs);
            }
        }

        /** One record: it is kept in the file, where {@code leases()} does not look. */
        record OneRecord(String key, String why) implements SetAside {
            @Override
            public String words() {
                return "the record of %s is set aside: %s".formatted(key, why);
            }
        }
    }
}
