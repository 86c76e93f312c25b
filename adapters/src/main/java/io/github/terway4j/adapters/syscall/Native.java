package io.github.terway4j.adapters.syscall;

import java.lang.ref.Reference;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;

/** The C library, loaded, and what its answers mean. */
final class Native {
    static final LibC C = LibraryLoader.create(LibC.class).load("c");
    static final Runtime RUNTIME = Runtime.getRuntime(C);

    private Native() {}

    /**
     * What the call returned; one that a signal interrupted is made again. Memory whose address the call is given lives
     * as long as the buffer that {@code call} has captured.
     */
    static int call(String name, IntSupplier call) {
        return (int) callLong(name, call::getAsInt);
    }

    /** The same for calls that count bytes. */
    static long callLong(String name, LongSupplier call) {
        try {
            while (true) {
                long result = call.getAsLong();
                if (result >= 0) {
                    return result;
                }
                int errno = RUNTIME.getLastError();
                if (errno != Errno.EINTR.number()) {
                    throw new ErrnoException(name, errno);
                }
            }
        } finally {
            // Once an address is a number, nothing else keeps the memory from being freed during the call.
            Reference.reachabilityFence(call);
        }
    }
}
