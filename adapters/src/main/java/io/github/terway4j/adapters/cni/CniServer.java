package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.UnixConnection;
import io.github.terway4j.adapters.syscall.UnixListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Listens at the agent's socket and serves each call on a platform thread: the kernel's work is done there, in native
 * calls. The thread that a caller has woken serves them itself, and has another keep watch meanwhile: to wake one more, and
 * wait until it runs, would take a good part of what the kernel takes for all of a pod. Who may call is decided twice, by
 * the socket's permissions and by the kernel's word on who is at the other end.
 */
public final class CniServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CniServer.class.getName());
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILED_ACCEPT = Duration.ofMillis(100);

    /** Who keeps watch, and who takes over from them without having to be made first. */
    private static final int ALWAYS_THERE = 2;

    private final UnixListener listener;
    private final int callerUid;
    private final CniLimits limits;
    private final CniDoor door;
    private final ThreadPoolExecutor calls;

    private CniServer(UnixListener listener, int callerUid, CniDeeds deeds, InstantSource clock, CniLimits limits) {
        this.listener = listener;
        this.callerUid = callerUid;
        this.limits = limits;
        this.door = new CniDoor(deeds.attachingAtMost(limits.attachments()), clock, limits.attaching());
        this.calls = new ThreadPoolExecutor(
                ALWAYS_THERE,
                limits.calls() + 1,
                IDLE_THREAD.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("cni-call-", 0).daemon().factory());
    }

    /**
     * Opens the door. The socket is 0600, in a directory that is made 0700 if there is none; one that an agent left
     * behind is taken over.
     *
     * @param callerUid whose calls are served: on a node 0, root's
     * @throws IllegalArgumentException if the path is too long for a socket
     * @throws RuntimeException if somebody else listens there
     */
    public static CniServer open(Path socket, int callerUid, CniDeeds deeds, InstantSource clock, CniLimits limits) {
        try {
            Files.createDirectories(
                    socket.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the socket " + socket, e);
        }
        var listener = UnixListener.listen(socket, PosixFilePermissions.fromString("rw-------"));
        var server = new CniServer(listener, callerUid, deeds, clock, limits);
        server.calls.execute(server::keepWatch);
        return server;
    }

    /**
     * Takes no more calls, and waits for those under way.
     *
     * @return whether all have ended; those that have not go on
     */
    public boolean stop(Duration grace) {
        listener.close();
        calls.shutdown();
        try {
            return calls.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no more calls, and waits for none. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }

    /** Until a caller comes and another has taken over, or the door is closed. */
    private void keepWatch() {
        while (true) {
            try {
                var caller = listener.accept();
                if (caller.isEmpty()) {
                    return;
                }
                if (handOver(caller.get())) {
                    conversation(caller.get()).hold(door);
                    return;
                }
            } catch (ErrnoException failure) {
                // Out of descriptors or memory: those who call now wait at the socket until somebody has ended.
                LOG.log(Level.ERROR, () -> "no CNI call can be accepted: " + failure.getMessage());
                LockSupport.parkNanos(AFTER_FAILED_ACCEPT.toNanos());
            }
        }
    }

    /** Whether there is somebody to keep watch; a caller who takes the last is sent away. */
    private boolean handOver(UnixConnection caller) {
        try {
            calls.execute(this::keepWatch);
            return true;
        } catch (RejectedExecutionException full) {
            conversation(caller)
                    .refuse(CniError.tryAgainLater(
                            "the terway agent cannot take the call",
                            "it serves %d calls already".formatted(limits.calls())));
            return false;
        }
    }

    private Conversation conversation(UnixConnection caller) {
        return new Conversation(caller, callerUid, limits.arrival());
    }
}
