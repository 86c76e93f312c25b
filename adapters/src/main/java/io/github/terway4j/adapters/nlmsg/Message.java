package io.github.terway4j.adapters.nlmsg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A request to the kernel, written from front to back: the header (linux/netlink.h, {@code struct nlmsghdr}), then the
 * fixed part that its type has, then attributes. Numbers are in the machine's byte order; who needs network order hands
 * in bytes.
 */
public final class Message {
    public static final int NLM_F_REQUEST = 1;
    public static final int NLM_F_ACK = 4;
    public static final int NLM_F_ECHO = 8;
    public static final int NLM_F_DUMP = 0x300;
    public static final int NLM_F_REPLACE = 0x100;
    public static final int NLM_F_EXCL = 0x200;
    public static final int NLM_F_CREATE = 0x400;

    static final int HEADER = 16;
    private static final int FLAGS_AT = 6;
    private static final int SEQUENCE_AT = 8;
    private static final int ATTRIBUTE_HEADER = 4;

    private byte[] memory = new byte[256];
    private ByteBuffer bytes = wrap(memory);

    /** A request of that type; {@link #NLM_F_REQUEST} is set in any case. */
    public Message(int type, int flags) {
        bytes.putInt(0)
                .putShort((short) type)
                .putShort((short) (flags | NLM_F_REQUEST))
                .putInt(0)
                .putInt(0);
    }

    public Message u8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public Message u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    public Message u32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /** All that follows the header, as it is. */
    public Message copy(ByteBuffer body) {
        room(body.remaining()).put(body.duplicate());
        return this;
    }

    public Message attribute(int type, byte[] value) {
        header(type, value.length).put(value);
        return padded();
    }

    public Message attribute8(int type, int value) {
        header(type, Byte.BYTES).put((byte) value);
        return padded();
    }

    public Message attribute16(int type, int value) {
        header(type, Short.BYTES).putShort((short) value);
        return padded();
    }

    public Message attribute32(int type, int value) {
        header(type, Integer.BYTES).putInt(value);
        return this;
    }

    public Message attribute64(int type, long value) {
        header(type, Long.BYTES).putLong(value);
        return this;
    }

    /** A string with its closing zero. */
    public Message attribute(int type, String text) {
        var value = text.getBytes(StandardCharsets.UTF_8);
        header(type, value.length + 1).put(value).put((byte) 0);
        return padded();
    }

    /** An attribute that consists of what {@code inside} writes. */
    public Message nested(int type, Consumer<Message> inside) {
        int start = bytes.position();
        header(type, 0);
        inside.accept(this);
        bytes.putShort(start, (short) (bytes.position() - start));
        return this;
    }

    boolean wantsAck() {
        return (bytes.getShort(FLAGS_AT) & NLM_F_ACK) != 0;
    }

    int length() {
        return bytes.position();
    }

    /** Puts the message behind what is in the buffer. */
    void writeTo(ByteBuffer out, int sequence) {
        bytes.putInt(0, length()).putInt(SEQUENCE_AT, sequence);
        out.put(memory, 0, length());
    }

    /** The type of the attribute that starts at this offset in the message; negative if none can. */
    int attributeTypeAt(int offset) {
        return offset < HEADER || offset > length() - ATTRIBUTE_HEADER
                ? -1
                : Short.toUnsignedInt(bytes.getShort(offset + Short.BYTES));
    }

    private ByteBuffer header(int type, int length) {
        return room(ATTRIBUTE_HEADER + length + ATTRIBUTE_HEADER)
                .putShort((short) (ATTRIBUTE_HEADER + length))
                .putShort((short) type);
    }

    private Message padded() {
        bytes.position((bytes.position() + 3) & -4);
        return this;
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            int position = bytes.position();
            memory = Arrays.copyOf(memory, (position + length) * 2);
            bytes = wrap(memory).position(position);
        }
        return bytes;
    }

    private static ByteBuffer wrap(byte[] memory) {
        return ByteBuffer.wrap(memory).order(ByteOrder.nativeOrder());
    }
}
