package io.github.terway4j.domain.dropin;

/**
 * A file for another service to read.
 *
 * @param service who reads it
 * @param path below the host's root, without a slash in front
 * @param text all of it; the first line is {@link #MARK}
 * @param purpose what it is there for, in words
 */
public record DropIn(HostService service, String path, String text, String purpose) {
    /** The first line of every file of ours. What begins otherwise is somebody else's. */
    public static final String MARK =
            "# Written by terway4j; what is changed here is lost. terway prepare-node --remove takes it away.";

    public DropIn {
        if (path.startsWith("/") || !text.startsWith(MARK + "\n")) {
            throw new IllegalArgumentException(path + " is no file of ours");
        }
    }

    static DropIn of(HostService service, String path, String text, String purpose) {
        return new DropIn(service, path, MARK + "\n" + text, purpose);
    }

    /** Whether a file with this text is ours, whatever version of us wrote it. */
    public static boolean ours(String text) {
        return text.startsWith(MARK + "\n") || text.equals(MARK);
    }
}
