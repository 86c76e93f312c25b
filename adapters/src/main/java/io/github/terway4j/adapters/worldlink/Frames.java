package io.github.terway4j.adapters.worldlink;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A length of four bytes, and so many bytes of JSON. */
final class Frames {
    private static final int MOST = 16 * 1024 * 1024;

    private Frames() {}

    static void write(WritableByteChannel channel, Map<String, Object> content) throws IOException {
        var text = Json.write(content).getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    static Map<String, Object> read(ReadableByteChannel channel) throws IOException {
        var length = filled(channel, Integer.BYTES).getInt();
        if (length < 0 || length > MOST) {
            throw new IOException("a frame of %d bytes; at most %d are allowed".formatted(length, MOST));
        }
        try {
            return Json.readObject(
                    StandardCharsets.UTF_8.decode(filled(channel, length)).toString());
        } catch (JsonException garbled) {
            throw new IOException("a frame that is not JSON", garbled);
        }
    }

    private static ByteBuffer filled(ReadableByteChannel channel, int size) throws IOException {
        var buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the other end closed the link");
            }
        }
        return buffer.flip();
    }
}
