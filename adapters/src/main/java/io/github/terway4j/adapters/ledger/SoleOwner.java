package io.github.terway4j.adapters.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That no other process has the file open. The lock is on an empty file beside it, since the file itself is replaced at
 * times; it ends with the process, however that ends.
 */
final class SoleOwner {
    private final FileChannel channel;

    private SoleOwner(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the file.
     *
     * @param what people call it
     * @throws IllegalStateException if another process has it
     */
    static SoleOwner of(String what, Path file) throws IOException {
        var channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IllegalStateException("the %s %s is in use by another process".formatted(what, file));
        }
        return new SoleOwner(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return false;
        }
    }

    void leave() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
