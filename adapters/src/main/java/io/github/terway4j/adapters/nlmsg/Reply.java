package io.github.terway4j.adapters.nlmsg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One message from the kernel, looked at where it was received: it is over when the next is asked for.
 *
 * @param body all behind the header
 */
public record Reply(int type, int flags, int sequence, ByteBuffer body) {
    static final int NLMSG_ERROR = 2;
    static final int NLMSG_DONE = 3;
    static final int NLM_F_DUMP_INTR = 0x10;

    /** The messages in a datagram. */
    static List<Reply> in(ByteBuffer datagram) {
        var replies = new ArrayList<Reply>();
        for (int at = datagram.position(); at < datagram.limit(); ) {
            int left = datagram.limit() - at;
            int length = left < Message.HEADER ? left : datagram.getInt(at);
            if (length < Message.HEADER || length > left) {
                throw new MalformedMessageException(
                        "a message of %d bytes where %d are left, at %d".formatted(length, left, at));
            }
            replies.add(new Reply(
                    Short.toUnsignedInt(datagram.getShort(at + 4)),
                    Short.toUnsignedInt(datagram.getShort(at + 6)),
                    datagram.getInt(at + 8),
                    datagram.slice(at + Message.HEADER, length - Message.HEADER).order(datagram.order())));
            at += Math.min(left, (length + 3) & -4);
        }
        return replies;
    }

    /** A request as if the kernel had said it: it tells of an object in the same way in which it is asked for one. */
    public static Reply of(Message request) {
        var datagram = ByteBuffer.allocate(request.length()).order(ByteOrder.nativeOrder());
        request.writeTo(datagram, 0);
        return in(datagram.flip()).getFirst();
    }

    public int u8(int offset) {
        return Byte.toUnsignedInt(body.get(within(offset, Byte.BYTES)));
    }

    public int u16(int offset) {
        return Short.toUnsignedInt(body.getShort(within(offset, Short.BYTES)));
    }

    public int u32(int offset) {
        return body.getInt(within(offset, Integer.BYTES));
    }

    /** The body, for who needs it when the reply is over. */
    public ByteBuffer copyOfBody() {
        return ByteBuffer.allocate(body.limit()).put(0, body, 0, body.limit());
    }

    /** The attributes behind a fixed part of that length. */
    public Attributes attributes(int fixedLength) {
        return new Attributes(body, within((fixedLength + 3) & -4, 0));
    }

    /** Whether the kernel changed something while it listed, so that the list is not to be trusted. */
    boolean interrupted() {
        return (flags & NLM_F_DUMP_INTR) != 0;
    }

    private int within(int offset, int size) {
        if (offset < 0 || offset > body.limit() - size) {
            throw new MalformedMessageException("a message of type %d has %d bytes and should have %d"
                    .formatted(type, body.limit(), offset + size));
        }
        return offset;
    }
}
