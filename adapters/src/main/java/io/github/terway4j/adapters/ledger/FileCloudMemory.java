package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the cloud said last, in a file that is written as a whole. One that cannot be read is as good as none: the cloud says
 * it again. Safe for many threads.
 */
public final class FileCloudMemory implements CloudMemory {
    private final Path file;
    private CloudText.Word word;

    private FileCloudMemory(Path file, CloudText.Word word) {
        this.file = file;
        this.word = word;
    }

    /** Opens the file, or begins one with the first that is kept. */
    public static FileCloudMemory open(Path file) {
        try {
            return new FileCloudMemory(file, CloudText.read(Files.readString(file)));
        } catch (IOException | JsonException | IllegalArgumentException unreadable) {
            return new FileCloudMemory(file, CloudText.Word.NONE);
        }
    }

    @Override
    public synchronized Optional<NodeFacts> facts() {
        return word.facts();
    }

    @Override
    public synchronized LedgerOutcome keep(NodeFacts facts) {
        return keep(new CloudText.Word(Optional.of(facts), word.sight()));
    }

    @Override
    public synchronized CloudSight sight() {
        return word.sight();
    }

    @Override
    public synchronized LedgerOutcome keep(CloudSight sight) {
        return keep(new CloudText.Word(word.facts(), sight));
    }

    private LedgerOutcome keep(CloudText.Word other) {
        if (other.equals(word)) {
            return new LedgerOutcome.Written();
        }
        try {
            WholeFile.write(file, CloudText.write(other));
            word = other;
            return new LedgerOutcome.Written();
        } catch (IOException refused) {
            return new LedgerOutcome.Failed("what the cloud said last, in %s: %s".formatted(file, refused));
        }
    }
}
