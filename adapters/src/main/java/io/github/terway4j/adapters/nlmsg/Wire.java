package io.github.terway4j.adapters.nlmsg;

import java.nio.ByteBuffer;

/** What carries datagrams to the kernel and back. */
interface Wire extends AutoCloseable {
    /** An empty buffer for the next datagram; it has room for as much as {@link #send} takes at once. */
    ByteBuffer out();

    /** Sends what was written since {@link #out}, as one datagram. */
    void send();

    /** The next datagram, until the one after is asked for. */
    ByteBuffer receive();

    /** The index of the link with this name. */
    int linkIndex(String name);

    @Override
    void close();
}
