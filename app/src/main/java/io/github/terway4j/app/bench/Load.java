package io.github.terway4j.app.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Asks as fast as it is answered, over connections that stay open, one request at a time on each. Leaner than any HTTP
 * client, so that the one who is measured is the server.
 */
final class Load {
    private static final int CONNECTIONS = 8;

    private final URI authority;
    private final Supplier<String> targets;

    /** Of these targets, like {@code /?Action=…}, one a request; asked for by several threads. */
    Load(URI authority, Supplier<String> targets) {
        this.authority = authority;
        this.targets = targets;
    }

    /** The same for another server. */
    Load against(URI other) {
        return new Load(other, targets);
    }

    /** How many requests were answered in so much time. Any answer but 200 throws. */
    long during(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var all = IntStream.range(0, CONNECTIONS)
                    .mapToObj(_ -> threads.submit(() -> until(end)))
                    .toList();
            return all.stream().mapToLong(Load::count).sum();
        }
    }

    /** How long the body of one answer is. */
    int answerLength() {
        try (var socket = connect()) {
            return ask(socket.getOutputStream(), new BufferedInputStream(socket.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long until(long end) throws IOException {
        try (var socket = connect()) {
            var out = socket.getOutputStream();
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            long answered = 0;
            for (; System.nanoTime() < end; answered++) {
                ask(out, in);
            }
            return answered;
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(authority.getHost(), authority.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private int ask(OutputStream out, InputStream in) throws IOException {
        var request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(targets.get(), authority.getAuthority());
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        var status = line(in);
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        var body = in.readNBytes(length);
        if (!status.contains(" 200 ")) {
            throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body.length;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static long count(Future<Long> one) {
        try {
            return one.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a request failed: " + failed.getCause(), failed);
        }
    }
}
