package io.github.terway4j.adapters.cni;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests and answers as frames, and back. */
final class Frames {
    private Frames() {}

    static ByteBuffer write(CniRequest request) {
        var environment = request.environment().block();
        var stdin = request.stdin().getBytes(StandardCharsets.UTF_8);
        return frame(new FrameHeader(environment.length, stdin.length), environment, stdin);
    }

    static ByteBuffer write(CniReply reply) {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        return frame(new FrameHeader(reply.exitStatus(), body.length), body);
    }

    static CniRequest readRequest(FrameReader reader) {
        var header = reader.header();
        int environmentBytes = bounded("its environment", header.first(), FrameHeader.MOST_ENVIRONMENT_BYTES);
        int stdinBytes = bounded("its stdin", header.second(), FrameHeader.MOST_STDIN_BYTES);
        var both = ByteBuffer.wrap(reader.body(environmentBytes + stdinBytes));
        return CniRequest.of(next(both, environmentBytes), next(both, stdinBytes));
    }

    static CniReply readReply(FrameReader reader) {
        var header = reader.header();
        int bodyBytes = bounded("its body", header.second(), FrameHeader.MOST_BODY_BYTES);
        return new CniReply(header.first(), new String(reader.body(bodyBytes), StandardCharsets.UTF_8));
    }

    private static ByteBuffer frame(FrameHeader header, byte[]... parts) {
        var line = header.line().getBytes(StandardCharsets.US_ASCII);
        int size = line.length;
        for (var part : parts) {
            size += part.length;
        }
        var frame = ByteBuffer.allocate(size).put(line);
        for (var part : parts) {
            frame.put(part);
        }
        return frame.flip();
    }

    private static int bounded(String what, int bytes, int most) {
        if (bytes > most) {
            throw new MalformedFrame("%s has %d bytes, and %d are allowed".formatted(what, bytes, most));
        }
        return bytes;
    }

    private static byte[] next(ByteBuffer from, int size) {
        var bytes = new byte[size];
        from.get(bytes);
        return bytes;
    }
}
