package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

/** Time limits of blocking socket calls, after which they fail with EAGAIN. */
final class SocketTimeouts {
    static final int SOL_SOCKET = 1;
    static final int SO_RCVTIMEO = 20;
    static final int SO_SNDTIMEO = 21;
    /** Two longs: seconds and microseconds. */
    static final int TIMEVAL_SIZE = 16;

    private SocketTimeouts() {}

    /** Zero waits for ever. */
    static void set(Fd socket, NativeBuffer scratch, int option, long millis) {
        scratch.bytes().putLong(0, millis / 1000).putLong(Long.BYTES, millis % 1000 * 1000);
        Native.call(
                "setsockopt", () -> C.setsockopt(socket.number(), SOL_SOCKET, option, scratch.address(), TIMEVAL_SIZE));
    }
}
