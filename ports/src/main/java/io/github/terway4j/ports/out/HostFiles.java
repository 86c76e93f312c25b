package io.github.terway4j.ports.out;

import io.github.terway4j.domain.dropin.FoundFile;
import java.util.List;

/** The node's own files. Paths are below its root, without a slash in front, and never lead out of it. */
public interface HostFiles {
    /** Whether a file, a link or a folder is there. */
    boolean has(String path);

    FoundFile read(String path);

    /** What lies in a folder, in order; nothing where there is none. */
    List<String> names(String folder);

    /**
     * Puts the text there as a whole: whoever reads sees what was there before or all of it, and so does the next boot. Folders
     * on the way are made. What is there is replaced, unless it is no plain file.
     */
    FilesOutcome write(String path, String text);

    /** Removes a plain file; one that is gone is no failure. Folders stay. */
    FilesOutcome remove(String path);
}
