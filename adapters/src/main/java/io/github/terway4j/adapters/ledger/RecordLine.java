package io.github.terway4j.adapters.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What became of the record of a key, as one line: a checksum of the rest in hexadecimal, a verb, the key, and the
 * record's text, {@code 1c291ca3 put 0a1b/eth0 {"v":1,…}}.
 */
sealed interface RecordLine {
    int CHECKSUM_CHARS = 8;

    /** The key's record, instead of any before. */
    record Put(String key, String text) implements RecordLine {
        public Put {
            checkKey(key);
            checkText(text);
        }
    }

    record Remove(String key) implements RecordLine {
        public Remove {
            checkKey(key);
        }
    }

    /** The key's record is none that we can read: perhaps a newer agent wrote it, and will come back. */
    record LayAside(String key, String text) implements RecordLine {
        public LayAside {
            checkKey(key);
            checkText(text);
        }
    }

    /** With its end. */
    default String line() {
        var words = switch (this) {
            case Put(var key, var text) -> "put " + key + " " + text;
            case Remove(var key) -> "remove " + key;
            case LayAside(var key, var text) -> "aside " + key + " " + text;
        };
        return checksum(words) + " " + words + "\n";
    }

    /** Reads a line without its end; empty if it is none of ours, or not as it was written. */
    static Optional<RecordLine> read(String line) {
        if (line.length() <= CHECKSUM_CHARS || !line.startsWith(checksum(line.substring(CHECKSUM_CHARS + 1)) + " ")) {
            return Optional.empty();
        }
        var words = line.split(" ", 4);
        return switch (words.length < 3 ? "" : words[1]) {
            case "put" -> words.length == 4 ? Optional.of(new Put(words[2], words[3])) : Optional.empty();
            case "remove" -> words.length == 3 ? Optional.of(new Remove(words[2])) : Optional.empty();
            case "aside" -> words.length == 4 ? Optional.of(new LayAside(words[2], words[3])) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String checksum(String words) {
        var checksum = new CRC32C();
        checksum.update(words.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(checksum.getValue(), CHECKSUM_CHARS);
    }

    private static void checkKey(String key) {
        if (key.isEmpty() || key.contains(" ") || key.contains("\n")) {
            throw new IllegalArgumentException("a key is one word, not '%s'".formatted(key));
        }
    }

    private static void checkText(String text) {
        if (text.contains("\n")) {
            throw new IllegalArgumentException("a record is one line, not '%s'".formatted(text));
        }
    }
}
