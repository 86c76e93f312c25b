package io.github.terway4j.adapters.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies between the API server and us: it can be cut, and it can go dead without anybody being told. */
final class Wire implements AutoCloseable {
    private final ServerSocket near;
    private final InetSocketAddress far;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /** One connection, both halves of it. */
    private static final class Line {
        private final Socket near;
        private final Socket far;
        private volatile boolean dead;

        private Line(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void carry(Socket from, Socket to) {
            try {
                var buffer = new byte[8192];
                for (int read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    if (!dead) {
                        to.getOutputStream().write(buffer, 0, read);
                    }
                }
            } catch (IOException _) {
                // Broken off, which is what a wire is for.
            }
            if (!dead) {
                close();
            }
        }

        private void close() {
            closed(near);
            closed(far);
        }

        private static void closed(Socket socket) {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    Wire(int port) {
        try {
            near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            far = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://localhost:" + near.getLocalPort() + "/";
    }

    /** Breaks every connection off, and lets none through. */
    void cut() {
        cut = true;
        lines.forEach(Line::close);
    }

    void mend() {
        cut = false;
    }

    /** From now on nothing comes through the connections that there are, and neither side hears of it; new ones are well. */
    void deaden() {
        lines.forEach(line -> line.dead = true);
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                var socket = near.accept();
                if (cut) {
                    socket.close();
                } else {
                    var other = new Socket();
                    other.connect(far);
                    var line = new Line(socket, other);
                    lines.add(line);
                    Thread.ofVirtual().start(() -> line.carry(socket, other));
                    Thread.ofVirtual().start(() -> line.carry(other, socket));
                }
            } catch (IOException _) {
                // The end of the test.
            }
        }
    }

    @Override
    public void close() {
        try {
            near.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        lines.forEach(Line::close);
    }
}
