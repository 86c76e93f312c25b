package io.github.terway4j.adapters.nlmsg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AttributesTest {
    private static final int NESTED = 0x8000;

    @Test
    void each_attribute_is_found_by_its_type() {
        var attributes = attributes(new Message(16, 0)
                .attribute8(1, 200)
                .attribute32(2, -5)
                .attribute64(3, Long.MAX_VALUE)
                .attribute(4, "eth0")
                .attribute(5, new byte[] {1, 2, 3}));

        assertEquals(200, attributes.u8(1, 0));
        assertEquals(-5, attributes.u32(2, 0));
        assertEquals(Long.MAX_VALUE, attributes.u64(3, 0));
        assertEquals("eth0", attributes.text(4));
        assertArrayEquals(new byte[] {1, 2, 3}, attributes.bytes(5).orElseThrow());
    }

    @Test
    void what_is_absent_is_said_by_the_caller() {
        var attributes = attributes(new Message(16, 0).attribute8(1, 1));

        assertFalse(attributes.has(2));
        assertEquals(7, attributes.u8(2, 7));
        assertEquals(7, attributes.u32(2, 7));
        assertEquals(7, attributes.u64(2, 7));
        assertEquals("", attributes.text(2));
        assertTrue(attributes.bytes(2).isEmpty());
        assertFalse(attributes.nested(2).has(1));
    }

    @Test
    void attributes_lie_inside_attributes_whether_or_not_they_are_marked_so() {
        for (int mark : new int[] {0, NESTED}) {
            var attributes = attributes(new Message(16, 0)
                    .nested(18 | mark, info -> info.nested(2 | mark, data -> data.attribute32(1, 5)))
                    .attribute32(1, 6));

            assertEquals(5, attributes.nested(18).nested(2).u32(1, 0));
            assertEquals(6, attributes.u32(1, 0));
        }
    }

    @Test
    void of_two_of_a_type_the_last_counts() {
        assertEquals(
                2,
                attributes(new Message(16, 0).attribute32(1, 1).attribute32(1, 2))
                        .u32(1, 0));
    }

    @Test
    void the_last_attribute_may_do_without_padding() {
        var message = MessageTest.written(new Message(16, 0).attribute8(1, 9));

        assertEquals(9, new Attributes(message.limit(message.limit() - 3), Message.HEADER).u8(1, 0));
    }

    @Test
    void a_type_beyond_the_known_ones_is_noticed() {
        var attributes = attributes(new Message(16, 0).attribute32(1, 1).attribute32(2, 2));

        assertTrue(attributes.hasOnly(Set.of(1, 2, 3)));
        assertFalse(attributes.hasOnly(Set.of(1, 3)));
    }

    @Test
    void a_number_that_is_too_short_is_not_guessed() {
        var attributes = attributes(new Message(16, 0).attribute8(1, 1));

        assertThrows(MalformedMessageException.class, () -> attributes.u32(1, 0));
    }

    @Test
    void an_attribute_that_says_it_is_longer_than_the_message_is_refused() {
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putShort(0, (short) 9);

        assertThrows(MalformedMessageException.class, () -> new Attributes(bytes, 0));
    }

    @Test
    void an_attribute_of_no_length_does_not_hold_the_reader_up_for_ever() {
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());

        assertThrows(MalformedMessageException.class, () -> new Attributes(bytes, 0));
    }

    private static Attributes attributes(Message message) {
        return new Attributes(MessageTest.written(message), Message.HEADER);
    }
}
