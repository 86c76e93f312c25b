package io.github.terway4j.adapters.nlmsg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class MessageTest {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    @Test
    void a_request_begins_with_its_length_type_flags_and_sequence_number() {
        assertBytes(
                "18000000 1000 0506 07000000 00000000 0102 0304 05060708",
                new Message(16, Message.NLM_F_ACK | Message.NLM_F_CREATE | Message.NLM_F_EXCL)
                        .u8(1)
                        .u8(2)
                        .u16(0x0403)
                        .u32(0x08070605));
    }

    @Test
    void attributes_begin_with_length_and_type_and_are_padded_to_four_bytes() {
        assertBytes(
                "34000000 1000 0100 07000000 00000000"
                        + " 0700 0300 6c6f 00 00"
                        + " 0800 0400 dc050000"
                        + " 0500 1500 54 000000"
                        + " 0c00 0400 0807060504030201",
                new Message(16, 0)
                        .attribute(3, "lo")
                        .attribute32(4, 1500)
                        .attribute8(21, 84)
                        .attribute64(4, 0x0102030405060708L));
    }

    @Test
    void an_attribute_of_attributes_is_as_long_as_all_of_them() {
        assertBytes(
                "28000000 1000 0100 07000000 00000000" + " 1800 1200 0600 0100 6869 0000 0c00 0200 0800 0100 05000000",
                new Message(16, 0)
                        .nested(
                                18,
                                info -> info.attribute(1, new byte[] {'h', 'i'})
                                        .nested(2, data -> data.attribute32(1, 5))));
    }

    @Test
    void a_message_grows_with_what_is_in_it() {
        var message = new Message(16, 0);
        for (int i = 0; i < 1000; i++) {
            message.attribute(i, new byte[i % 7]);
        }

        var attributes = new Attributes(written(message), Message.HEADER);

        for (int i = 0; i < 1000; i++) {
            assertEquals(i % 7, attributes.bytes(i).orElseThrow().length);
        }
    }

    private static void assertBytes(String hex, Message message) {
        assumeTrue(LITTLE, "skipped: written for a machine with low bytes first");
        var bytes = new byte[message.length()];
        written(message).get(bytes);
        assertEquals(hex.replace(" ", ""), HexFormat.of().formatHex(bytes));
    }

    static ByteBuffer written(Message message) {
        var out = ByteBuffer.allocate(message.length()).order(ByteOrder.nativeOrder());
        message.writeTo(out, 7);
        return out.flip();
    }
}
