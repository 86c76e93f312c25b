package io.github.terway4j.adapters.nlmsg;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.Netns;
import java.util.function.Supplier;

/** A platform thread's short stay in another network namespace. Sockets and files opened there stay there. */
public final class Visit {
    private Visit() {}

    /**
     * Does the work in that namespace and comes back to where the thread was, also when the work throws.
     *
     * @throws ErrnoException from setns, EINVAL if the descriptor is not a network namespace's; the work is not done then
     * @throws StrandedThreadError if there was no way back
     */
    public static <T> T to(Fd namespace, Supplier<T> work) {
        try (var home = Netns.current()) {
            Netns.enter(namespace);
            try {
                return work.get();
            } finally {
                comeBack(home);
            }
        }
    }

    private static void comeBack(Fd home) {
        try {
            Netns.enter(home);
        } catch (ErrnoException failure) {
            throw new StrandedThreadError(failure);
        }
    }

    /** The thread is in a foreign namespace for good: it must end, and nobody may catch this and go on. */
    public static final class StrandedThreadError extends Error {
        private static final long serialVersionUID = 1;

        StrandedThreadError(ErrnoException cause) {
            super("a thread cannot come back from another network namespace", cause);
        }
    }
}
