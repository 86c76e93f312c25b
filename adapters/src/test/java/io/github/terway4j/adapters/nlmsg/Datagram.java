package io.github.terway4j.adapters.nlmsg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes what a kernel would say. */
final class Datagram {
    private static final int MULTI = 2;
    private static final int CAPPED = 0x100;
    private static final int ACK_TLVS = 0x200;

    private final ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

    /** One item of a list: its body is a number. */
    Datagram item(int sequence, int number) {
        return message(16, MULTI, sequence, body(number));
    }

    Datagram interruptedItem(int sequence, int number) {
        return message(16, MULTI | Reply.NLM_F_DUMP_INTR, sequence, body(number));
    }

    Datagram done(int sequence) {
        return message(Reply.NLMSG_DONE, MULTI, sequence, body(0));
    }

    Datagram interruptedDone(int sequence) {
        return message(Reply.NLMSG_DONE, MULTI | Reply.NLM_F_DUMP_INTR, sequence, body(0));
    }

    Datagram doneWith(int sequence, int errno) {
        return message(Reply.NLMSG_DONE, MULTI, sequence, body(-errno));
    }

    /** An acknowledgement, with the header of what it answers and not the rest. */
    Datagram ack(int sequence, int errno) {
        return message(Reply.NLMSG_ERROR, CAPPED, sequence, body(-errno, 20, 0, 0, 0));
    }

    Datagram explained(int sequence, int errno, String words, int offset) {
        return refusal(CAPPED, sequence, errno, new byte[0], explanation(words, offset));
    }

    /** The same by a kernel that repeats all of the request. */
    Datagram explainedAtLength(int sequence, int errno, byte[] rest, String words) {
        return refusal(0, sequence, errno, rest, explanation(words, 0));
    }

    private Datagram refusal(int flags, int sequence, int errno, byte[] rest, byte[] explanation) {
        var body = ByteBuffer.allocate(20 + rest.length + explanation.length).order(ByteOrder.nativeOrder());
        body.putInt(-errno).putInt(16 + rest.length).position(20).put(rest).put(explanation);
        return message(Reply.NLMSG_ERROR, flags | ACK_TLVS, sequence, body.array());
    }

    private static byte[] explanation(String words, int offset) {
        var text = words.getBytes(StandardCharsets.UTF_8);
        var tlvs = ByteBuffer.allocate(8 + 4 + (text.length + 1 + 3 & -4)).order(ByteOrder.nativeOrder());
        tlvs.putShort((short) 8).putShort((short) 2).putInt(offset);
        tlvs.putShort((short) (4 + text.length + 1)).putShort((short) 1).put(text);
        return tlvs.array();
    }

    ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order()).flip();
    }

    private Datagram message(int type, int flags, int sequence, byte[] body) {
        bytes.putInt(16 + body.length)
                .putShort((short) type)
                .putShort((short) flags)
                .putInt(sequence)
                .putInt(0)
                .put(body);
        return this;
    }

    private static byte[] body(int... numbers) {
        var body = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.nativeOrder());
        body.asIntBuffer().put(numbers);
        return body.array();
    }
}
