package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.UnixConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one frame within a time: its header, then its body. Descriptors that come along live as long as the reader. */
final class FrameReader implements AutoCloseable {
    private static final int FIRST_LOOK_BYTES = 16 << 10;

    private final UnixConnection connection;
    private final Duration patience;
    private final long deadlineNanos;
    private final List<Fd> descriptors = new ArrayList<>();
    /** What was received and not yet read. */
    private ByteBuffer arrived = ByteBuffer.allocate(0);

    FrameReader(UnixConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    FrameHeader header() {
        var buffer = ByteBuffer.allocate(FIRST_LOOK_BYTES);
        int end = -1;
        while (end < 0) {
            receive(buffer);
            end = endOfLine(buffer);
            if (end < 0 && buffer.position() >= FrameHeader.MOST_BYTES) {
                throw new MalformedFrame("it does not begin with a header of terway-cni/1");
            }
        }
        arrived = buffer.flip().position(end + 1);
        return FrameHeader.parse(new String(buffer.array(), 0, end, StandardCharsets.US_ASCII));
    }

    /** What follows the header, which has to be so long. */
    byte[] body(int size) {
        if (arrived.remaining() > size) {
            throw new MalformedFrame("it is longer than its header says");
        }
        var body = ByteBuffer.allocate(size).put(arrived);
        while (body.hasRemaining()) {
            receive(body);
        }
        return body.array();
    }

    /** The first descriptor that came along. */
    Optional<Fd> descriptor() {
        return descriptors.stream().findFirst();
    }

    @Override
    public void close() {
        descriptors.forEach(Fd::close);
    }

    private void receive(ByteBuffer into) {
        try {
            long leftNanos = deadlineNanos - System.nanoTime();
            if (leftNanos <= 0) {
                throw late();
            }
            connection.timeout(Duration.ofNanos(leftNanos));
            var received = connection.receive(into);
            descriptors.addAll(received.descriptors());
            if (received.bytes() == 0) {
                throw new MalformedFrame("the connection ended before it was whole");
            }
        } catch (ErrnoException failure) {
            throw failure.timedOut() ? late() : new MalformedFrame("the connection broke: " + failure.getMessage());
        }
    }

    private MalformedFrame late() {
        return new MalformedFrame("it did not arrive whole within %d ms".formatted(patience.toMillis()));
    }

    private static int endOfLine(ByteBuffer buffer) {
        for (int i = 0; i < Math.min(buffer.position(), FrameHeader.MOST_BYTES); i++) {
            if (buffer.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }
}
