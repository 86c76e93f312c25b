package io.github.terway4j.adapters.syscall;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@code struct sockaddr_un}: two bytes of family and a path that ends with a zero. */
record UnixAddress(NativeBuffer bytes, int length) {
    static final short AF_UNIX = 1;
    private static final int LONGEST_PATH = 107;

    static UnixAddress of(Path path) {
        var name = path.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length > LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "a unix socket's path has 1 to %d bytes, not %d: %s".formatted(LONGEST_PATH, name.length, path));
        }
        int length = Short.BYTES + name.length + 1;
        var buffer = NativeBuffer.ofSize(length);
        buffer.bytes().putShort(AF_UNIX).put(name);
        return new UnixAddress(buffer, length);
    }
}
