package io.github.terway4j.adapters.syscall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class UnixConnectionTest {
    @TempDir
    Path dir;

    @Test
    void what_is_sent_arrives_with_the_descriptors_that_came_along() throws Exception {
        var file = Files.writeString(dir.resolve("told"), "from the file");
        try (var listener = listen();
                var caller = UnixConnection.connect(socket());
                var server = listener.accept().orElseThrow();
                var passed = Fd.openForReading(file.toString())) {
            caller.send(utf8("hello"), List.of(passed, passed));

            var into = ByteBuffer.allocate(100);
            var received = server.receive(into);

            assertEquals("hello", text(into));
            assertEquals(2, received.descriptors().size());
            var buffer = NativeBuffer.ofSize(100);
            int length = received.descriptors().getFirst().read(buffer);
            assertEquals(
                    "from the file",
                    UTF_8.decode(buffer.bytes().slice(0, length)).toString());
            assertTrue(closesOnExec(received.descriptors().getFirst()));
            received.descriptors().forEach(Fd::close);
        }
    }

    @Test
    void more_descriptors_than_anybody_needs_are_refused_and_none_stays_open() throws Exception {
        try (var listener = listen();
                var caller = UnixConnection.connect(socket());
                var server = listener.accept().orElseThrow();
                var passed = Fd.openForReading("/dev/null")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> caller.send(utf8("x"), Collections.nCopies(MessageFrame.MOST_DESCRIPTORS + 1, passed)));

            caller.send(utf8("x"), Collections.nCopies(MessageFrame.MOST_DESCRIPTORS, passed));
            long before = openDescriptors();
            var received = server.receive(ByteBuffer.allocate(10));
            assertEquals(MessageFrame.MOST_DESCRIPTORS, received.descriptors().size());
            received.descriptors().forEach(Fd::close);
            assertEquals(before, openDescriptors());
        }
    }

    @Test
    void a_long_message_arrives_whole_and_in_order() throws Exception {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        try (var listener = listen();
                var caller = UnixConnection.connect(socket());
                var server = listener.accept().orElseThrow()) {
            var sending = new FutureTask<>(
                    () -> {
                        caller.send(ByteBuffer.wrap(bytes));
                        caller.finishSending();
                    },
                    null);
            Thread.ofPlatform().start(sending);

            var into = ByteBuffer.allocate(bytes.length + 1);
            while (server.receive(into).bytes() > 0) {}

            sending.get();
            assertArrayEquals(bytes, Arrays.copyOf(into.array(), into.position()));
        }
    }

    @Test
    void the_kernel_says_who_called() {
        try (var listener = listen();
                var caller = UnixConnection.connect(socket());
                var server = listener.accept().orElseThrow()) {
            var peer = server.peer();

            assertEquals(ProcessHandle.current().pid(), peer.pid());
            assertEquals(peer, caller.peer());
        }
    }

    @Test
    void waiting_for_a_silent_caller_ends_after_the_time_limit() {
        try (var listener = listen();
                var _ = UnixConnection.connect(socket());
                var server = listener.accept().orElseThrow()) {
            server.timeout(Duration.ofMillis(20));

            var failure = assertThrows(ErrnoException.class, () -> server.receive(ByteBuffer.allocate(10)));

            assertTrue(failure.timedOut(), failure.getMessage());
            assertFalse(new ErrnoException("recvmsg", Errno.EPIPE.number()).timedOut());
        }
    }

    @Test
    void sending_to_one_who_left_fails_and_does_not_kill_us() {
        try (var listener = listen();
                var caller = UnixConnection.connect(socket())) {
            listener.accept().orElseThrow().close();

            var failure = assertThrows(ErrnoException.class, () -> caller.send(utf8("anybody there?")));

            assertTrue(failure.is(Errno.EPIPE), failure.getMessage());
        }
    }

    @Test
    void closing_the_listener_wakes_the_thread_that_waits_for_callers() throws Exception {
        var listener = listen();
        var waiting = new FutureTask<>(listener::accept);
        var thread = Thread.ofPlatform().start(waiting);
        while (thread.getState() != Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }

        listener.close();

        assertEquals(Optional.empty(), waiting.get());
        assertEquals(Optional.empty(), listener.accept());
        assertFalse(Files.exists(socket()));
    }

    @Test
    void the_socket_has_the_permissions_that_were_asked_for() throws Exception {
        try (var _ = UnixListener.listen(socket(), PosixFilePermissions.fromString("rw-------"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
        }
    }

    @Test
    void a_socket_left_behind_is_taken_over_but_one_in_use_is_not() throws Exception {
        try (var first = listen()) {
            var failure = assertThrows(ErrnoException.class, this::listen);
            assertTrue(failure.is(Errno.EADDRINUSE), failure.getMessage());
            first.accept().orElseThrow().close(); // the probe
            Files.move(socket(), dir.resolve("abandoned"));
        }
        Files.move(dir.resolve("abandoned"), socket());

        try (var second = listen();
                var _ = UnixConnection.connect(socket())) {
            assertTrue(second.accept().isPresent());
        }
    }

    @Test
    void a_file_that_is_no_socket_is_left_alone() throws Exception {
        Files.writeString(socket(), "precious");

        var failure = assertThrows(ErrnoException.class, this::listen);

        assertTrue(failure.is(Errno.EADDRINUSE), failure.getMessage());
        assertEquals("precious", Files.readString(socket()));
    }

    private UnixListener listen() {
        return UnixListener.listen(socket(), PosixFilePermissions.fromString("rw-rw----"));
    }

    private Path socket() {
        return dir.resolve("s");
    }

    private static ByteBuffer utf8(String text) {
        return UTF_8.encode(text);
    }

    private static String text(ByteBuffer buffer) {
        return UTF_8.decode(buffer.flip()).toString();
    }

    private static boolean closesOnExec(Fd fd) throws IOException {
        var flags = Files.readAllLines(Path.of("/proc/self/fdinfo/" + fd.number())).stream()
                .filter(line -> line.startsWith("flags:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseLong(flags.substring("flags:".length()).trim(), 8) & 0x80000) != 0;
    }

    private static long openDescriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
