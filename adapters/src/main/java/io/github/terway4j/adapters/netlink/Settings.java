package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.NativeBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings below {@code /proc/sys/net}, which are those of the namespace that the calling thread is in. In a container, whose
 * own cannot be written to, the variable {@code TERWAY_PROC_SYS} names a place where the machine's are mounted once more.
 */
final class Settings {
    private static final String ROOT = System.getenv().getOrDefault("TERWAY_PROC_SYS", "/proc/sys") + "/";
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

    /** Those of them that there are in that namespace. */
    static Map<String, String> in(OpenNamespace namespace, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : namespace.visit(() -> {
                    var found = new TreeMap<String, String>();
                    keys.forEach(key -> read(key).ifPresent(value -> found.put(key, value)));
                    return found;
                });
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
