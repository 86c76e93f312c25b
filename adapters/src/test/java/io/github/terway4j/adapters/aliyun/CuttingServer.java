package io.github.terway4j.adapters.aliyun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** An HTTP server that says the beginning of an answer, the same to everybody, and hangs up. */
final class CuttingServer implements AutoCloseable {
    /** What the answer's headers say of its length. */
    enum Announced {
        /** It ends where the connection does, as of old. */
        NOTHING,
        /** It was cut before it was sent. */
        WHAT_COMES,
        /** It is cut while it is sent. */
        MORE_THAN_COMES,
        /** In pieces, of which the last one says that it is the last. */
        CHUNKS_WITHOUT_END
    }

    private final ServerSocket server;
    private final byte[] answer;

    /** @param cut after so many characters of the body, all of which are ASCII */
    CuttingServer(int status, String body, int cut, Announced announced) {
        answer = answer(status, body, cut, announced).getBytes(StandardCharsets.US_ASCII);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    private static String answer(int status, String body, int cut, Announced announced) {
        var part = body.substring(0, cut);
        var head = "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\nConnection: close\r\n".formatted(status);
        return head
                + switch (announced) {
                    case NOTHING -> "\r\n" + part;
                    case WHAT_COMES -> "Content-Length: %d\r\n\r\n%s".formatted(part.length(), part);
                    case MORE_THAN_COMES -> "Content-Length: %d\r\n\r\n%s".formatted(body.length(), part);
                    case CHUNKS_WITHOUT_END ->
                        "Transfer-Encoding: chunked\r\n\r\n"
                                + (part.isEmpty() ? "" : "%x\r\n%s\r\n".formatted(part.length(), part));
                };
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    hear(connection);
                    connection.getOutputStream().write(answer);
                }
            }
        } catch (SocketException closed) {
            // So it ends.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To the last byte: hanging up on what is still being said would take the answer along. */
    private static void hear(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        var body = 0;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                body = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int read = 0; read < body; read++) {
            var _ = in.read();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
