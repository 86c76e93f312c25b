package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

/** The network namespace of the calling platform thread. */
public final class Netns {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final String OF_THIS_THREAD = "/proc/thread-self/ns/net";

    private Netns() {}

    /** The namespace that the calling thread is in. */
    public static Fd current() {
        return Fd.openForReading(OF_THIS_THREAD);
    }

    /** Moves the calling thread; EINVAL if the descriptor is not a network namespace's. */
    public static void enter(Fd namespace) {
        onPlatformThread();
        Native.call("setns", () -> C.setns(namespace.number(), CLONE_NEWNET));
    }

    /** Moves the calling thread into a new namespace. */
    public static void enterNew() {
        onPlatformThread();
        Native.call("unshare", () -> C.unshare(CLONE_NEWNET));
    }

    private static void onPlatformThread() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread must not change its carrier's network namespace");
        }
    }
}
