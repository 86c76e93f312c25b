package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the cluster has written for the node, as it was when it was last taken: for a start while the cluster is away. A file
 * that is written as a whole; one that cannot be read is as good as none.
 */
public final class FileConfigMemory {
    private static final long VERSION = 1;
    private static final String RUNTIMES = "runtimes";

    private final Path file;
    private Optional<Word> word;

    /**
     * What there is to remember.
     *
     * @param services the cluster's service addresses, where they are known
     */
    public record Word(ConfigLookup.Written written, Optional<String> services) {}

    private FileConfigMemory(Path file, Optional<Word> word) {
        this.file = file;
        this.word = word;
    }

    /** Opens the file, or begins one with the first that is kept. */
    public static FileConfigMemory open(Path file) {
        try {
            return new FileConfigMemory(file, Optional.of(read(Files.readString(file))));
        } catch (IOException | JsonException | IllegalArgumentException unreadable) {
            return new FileConfigMemory(file, Optional.empty());
        }
    }

    public synchronized Optional<Word> recall() {
        return word;
    }

    public synchronized LedgerOutcome keep(Word other) {
        if (Optional.of(other).equals(word)) {
            return new LedgerOutcome.Written();
        }
        try {
            // It is the first of all that the agent keeps.
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, text(other));
            word = Optional.of(other);
            return new LedgerOutcome.Written();
        } catch (IOException refused) {
            return new LedgerOutcome.Failed("the configuration as it was last, in %s: %s".formatted(file, refused));
        }
    }

    private static String text(Word word) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("v", VERSION);
        fields.put("labels", word.written().labels().byName());
        fields.put(
                "texts",
                word.written().texts().stream().map(FileConfigMemory::fields).toList());
        word.written().runtimes().ifPresent(text -> fields.put(RUNTIMES, List.of(fields(text))));
        word.services().ifPresent(services -> fields.put("services", services));
        return Json.writePretty(fields) + "\n";
    }

    private static Map<String, Object> fields(ConfigText text) {
        return Map.of("place", text.place(), "text", text.text());
    }

    private static List<ConfigText> texts(Fields fields, String name) {
        return fields.objects(name).stream()
                .map(one -> new ConfigText(one.text("place"), one.text("text")))
                .toList();
    }

    private static Word read(String text) {
        var fields = new Fields(Json.readObject(text));
        fields.mustBeOf(VERSION);
        var labels = new TreeMap<String, String>();
        var written = fields.object("labels");
        written.byName().keySet().forEach(name -> labels.put(name.toString(), written.text(name.toString())));
        var runtimes =
                fields.has(RUNTIMES) ? texts(fields, RUNTIMES).stream().findFirst() : Optional.<ConfigText>empty();
        return new Word(
                new ConfigLookup.Written(new NodeLabels(labels), texts(fields, "texts"), runtimes),
                fields.has("services") ? Optional.of(fields.text("services")) : Optional.empty());
    }
}
