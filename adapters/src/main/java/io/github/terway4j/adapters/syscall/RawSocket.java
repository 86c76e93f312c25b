package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

/**
 * A socket that speaks in whole messages, such as netlink's. It belongs to the network namespace of the thread that
 * opened it, for good.
 */
public final class RawSocket implements AutoCloseable {
    /** A {@code struct ifreq}. */
    public static final int SCRATCH_SIZE = 40;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_TRUNC = 0x20;
    private static final long SIOCGIFINDEX = 0x8933;
    private static final int IFNAMSIZ = 16;

    private final Fd fd;
    private final NativeBuffer scratch;

    private RawSocket(Fd fd, NativeBuffer scratch) {
        this.fd = fd;
        this.scratch = scratch;
    }

    /**
     * A netlink socket in the calling thread's namespace, with an address of the kernel's choice.
     *
     * @param scratch {@link #SCRATCH_SIZE} bytes or more that nobody else uses while the socket is open
     */
    public static RawSocket netlink(int protocol, NativeBuffer scratch) {
        var fd = new Fd(Native.call("socket", () -> C.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol)));
        return new RawSocket(fd, scratch);
    }

    public void setOption(int level, int option, int value) {
        scratch.bytes().putInt(0, value);
        Native.call("setsockopt", () -> C.setsockopt(fd.number(), level, option, scratch.address(), Integer.BYTES));
    }

    /** How long {@link #receive} waits before it fails with EAGAIN; zero waits for ever. */
    public void receiveTimeoutMillis(long millis) {
        SocketTimeouts.set(fd, scratch, SocketTimeouts.SO_RCVTIMEO, millis);
    }

    /** Sends the first bytes of the buffer as one datagram. */
    public void send(NativeBuffer message, int length) {
        Native.callLong("send", () -> C.send(fd.number(), message.address(), length, 0));
    }

    /** Receives one datagram; its whole length, which is more than the buffer holds if it was cut. */
    public int receive(NativeBuffer into) {
        return (int) Native.callLong("recv", () -> C.recv(fd.number(), into.address(), into.size(), MSG_TRUNC));
    }

    /** The index of the link with this name in the socket's namespace; ENODEV if there is none. */
    public int linkIndex(String name) {
        if (name.length() >= IFNAMSIZ) {
            throw new IllegalArgumentException("\"" + name + "\" is longer than a link's name can be");
        }
        for (int i = 0; i < IFNAMSIZ; i++) {
            scratch.bytes().put(i, i < name.length() ? (byte) name.charAt(i) : 0);
        }
        Native.call("SIOCGIFINDEX " + name, () -> C.ioctl(fd.number(), SIOCGIFINDEX, scratch.address()));
        return scratch.bytes().getInt(IFNAMSIZ);
    }

    @Override
    public void close() {
        fd.close();
    }
}
