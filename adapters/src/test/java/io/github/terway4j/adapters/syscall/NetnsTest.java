package io.github.terway4j.adapters.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class NetnsTest {
    @Test
    void only_the_thread_that_enters_a_namespace_is_in_it_and_it_can_come_home() throws Exception {
        assumeRoot();
        var here = Netns.current();
        var outside = ofThisThread();

        onAThreadOfItsOwn(() -> {
            Netns.enterNew();
            var inside = ofThisThread();
            assertNotEquals(outside, inside);
            Netns.enter(here);
            assertEquals(outside, ofThisThread());
            return null;
        });

        assertEquals(outside, ofThisThread());
        here.close();
    }

    @Test
    void a_socket_stays_in_the_namespace_where_it_was_opened() throws Exception {
        assumeRoot();
        var socket = onAThreadOfItsOwn(() -> {
            Netns.enterNew();
            return RawSocket.netlink(0, NativeBuffer.ofSize(RawSocket.SCRATCH_SIZE));
        });

        try (socket;
                var here = RawSocket.netlink(0, NativeBuffer.ofSize(RawSocket.SCRATCH_SIZE))) {
            assertEquals(1, socket.linkIndex("lo"));
            var failure = assertThrows(ErrnoException.class, () -> here.linkIndex("no-such-link"));
            assertTrue(failure.is(Errno.ENODEV), failure.getMessage());
        }
    }

    @Test
    void what_is_no_network_namespace_cannot_be_entered() throws Exception {
        assumeRoot();
        try (var pidNamespace = Fd.openForReading("/proc/self/ns/pid")) {
            var failure = assertThrows(ErrnoException.class, () -> Netns.enter(pidNamespace));
            assertTrue(failure.is(Errno.EINVAL), failure.getMessage());
        }
    }

    @Test
    void a_virtual_thread_is_not_moved() throws Exception {
        var attempt = new FutureTask<>(() -> {
            Netns.enterNew();
            return null;
        });
        Thread.ofVirtual().start(attempt).join();

        var failure = assertThrows(ExecutionException.class, attempt::get);
        assertInstanceOf(IllegalStateException.class, failure.getCause());
    }

    private static void assumeRoot() throws IOException {
        var self = Files.readString(Path.of("/proc/self/status"));
        assumeTrue(self.contains("\nUid:\t0\t"), "skipped: network namespaces are root's to make");
    }

    private static Path ofThisThread() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
    }

    private static <T> T onAThreadOfItsOwn(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task.get();
    }
}
