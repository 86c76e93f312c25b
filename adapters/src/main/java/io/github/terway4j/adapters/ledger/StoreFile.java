package io.github.terway4j.adapters.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file, opened as we want it, or moved out of the way. */
final class StoreFile {
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int CACHE_MEGABYTES = 1;
    private static final int RECORDS_PER_PAGE = 16;
    private static final int PAGE_BYTES = 4096;

    private StoreFile() {}

    /**
     * Opens or creates the file. No thread of the store's own: it would commit when it likes.
     *
     * @param what people call it
     * @throws MVStoreException if what is in the file cannot be read
     * @throws IllegalStateException if another process has it open, or it cannot be written: that says nothing against
     *     what is in it
     */
    static MVStore open(String what, Path file) {
        try {
            var store = new MVStore.Builder()
                    .fileName("file:" + file.toAbsolutePath())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MEGABYTES)
                    .keysPerPage(RECORDS_PER_PAGE)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            // Room that old versions took is used again at once. The store would wait 45 s for the disk to catch up,
            // which only helps after a power cut, and at a thousand pods a second lets the file grow to 150 MB.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return store;
        } catch (MVStoreException e) {
            var why = switch (e.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> "is in use by another process";
                case DataUtils.ERROR_WRITING_FAILED -> "cannot be written";
                default -> throw e;
            };
            throw new IllegalStateException("the %s %s %s".formatted(what, file, why), e);
        }
    }

    /** Renames the file after the time, and after a number where that name is taken. */
    static Path setAside(Path file, Instant now) {
        var name = "%s.unreadable-%s".formatted(file.getFileName(), SUFFIX.format(now));
        var target = file.resolveSibling(name);
        for (int i = 2; Files.exists(target); i++) {
            target = file.resolveSibling(name + "-" + i);
        }
        try {
            return Files.move(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException("%s is unreadable and cannot be renamed to %s".formatted(file, target), e);
        }
    }
}
