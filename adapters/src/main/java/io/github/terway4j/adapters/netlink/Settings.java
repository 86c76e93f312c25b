package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.NativeBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Settings below {@code /proc/sys/net}, which are those of the namespace that the calling thread is in. */
final class Settings {
    private static final String ROOT = "/proc/sys/";
    private static final String OF_NAMESPACES = "net/";
    /** No setting of a namespace is longer. */
    private static final int LONGEST = 4096;

    private static final ThreadLocal<NativeBuffer> BUFFER = ThreadLocal.withInitial(() -> NativeBuffer.ofSize(LONGEST));

    private Settings() {}

    static void write(String key, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var buffer = BUFFER.get();
        buffer.bytes().put(0, bytes);
        try (var file = Fd.openForWriting(path(key))) {
            file.write(buffer, bytes.length);
        }
    }

    /** What it is set to; empty if there is no such setting. */
    static Optional<String> read(String key) {
        var buffer = BUFFER.get();
        try (var file = Fd.openForReading(path(key))) {
            int length = file.read(buffer);
            var bytes = new byte[length];
            buffer.bytes().get(0, bytes);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
        } catch (ErrnoException failure) {
            if (failure.is(Errno.ENOENT) || failure.is(Errno.ENOTDIR) || failure.is(Errno.EISDIR)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static String path(String key) {
        if (!key.startsWith(OF_NAMESPACES) || List.of(key.split("/", -1)).contains("..")) {
            throw new IllegalArgumentException("\"" + key + "\" is not a setting of a network namespace");
        }
        return ROOT + key;
    }
}
