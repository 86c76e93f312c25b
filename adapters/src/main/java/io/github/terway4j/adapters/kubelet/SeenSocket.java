package io.github.terway4j.adapters.kubelet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A socket as it lies there. A number alone may be given to the next file, too.
 *
 * @param key which file it is, as the file system tells them apart
 */
record SeenSocket(String key, FileTime made) {
    /** Empty where none is, or it cannot be looked at. */
    static Optional<SeenSocket> at(Path socket) {
        try {
            var file = Files.readAttributes(socket, BasicFileAttributes.class);
            return Optional.of(new SeenSocket(String.valueOf(file.fileKey()), file.lastModifiedTime()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
