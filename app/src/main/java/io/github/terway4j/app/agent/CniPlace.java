package io.github.terway4j.app.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Where a node's container runtime looks for us. Each file is written beside its place and put there in one step, so that the
 * runtime finds the old one or the new one, whole; an old executable that runs just then runs on.
 *
 * @param programs the runtime's folder of plugins, such as {@code /opt/cni/bin}
 * @param lists its folder of configurations, such as {@code /etc/cni/net.d}
 */
public record CniPlace(Path programs, Path lists) {
    static final String PROGRAM = "terway";
    static final String LIST = "10-terway.conflist";
    /** Of an earlier installation: it would go before the list, being earlier in the alphabet. */
    static final String SINGLE = "10-terway.conf";

    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final String READABLE = "rw-r--r--";

    /** Gives the runtime the executable that speaks to us. */
    public void install(Path executable) {
        put(programs.resolve(PROGRAM), read(executable), EXECUTABLE);
    }

    /** Tells the runtime that pods may come: from now on the node is ready. */
    public void announce(byte[] list) {
        put(lists.resolve(LIST), list, READABLE);
        delete(lists.resolve(SINGLE));
    }

    /** Whether the runtime was told of us. */
    boolean isAnnounced() {
        return Files.exists(lists.resolve(LIST));
    }

    /** From now on the runtime has no network to give, and the node is not ready. Pods that run go on running. */
    public void withdraw() {
        delete(lists.resolve(LIST));
    }

    private static void put(Path place, byte[] content, String permissions) {
        // A runtime that watches the folder would read it again for nothing.
        if (Files.exists(place) && Arrays.equals(read(place), content)) {
            return;
        }
        // By this name no runtime takes it for a configuration or a plugin.
        var beside = place.resolveSibling("." + place.getFileName() + ".new");
        try {
            Files.write(beside, content);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
            try (var file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                // The name must not survive a power cut that the content does not.
                file.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(place + " cannot be written", failed);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read", failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be deleted", failed);
        }
    }
}
