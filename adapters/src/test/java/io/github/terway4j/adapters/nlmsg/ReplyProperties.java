package io.github.terway4j.adapters.nlmsg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ReplyProperties {
    private static final Message REQUEST =
            new Message(16, Message.NLM_F_ACK).u32(0).attribute32(3, 4).attribute(5, "six");

    @Property
    void any_bytes_are_read_to_the_end_or_refused(@ForAll @Size(max = 200) byte[] noise) {
        readAll(ByteBuffer.wrap(noise).order(ByteOrder.nativeOrder()));
    }

    /** Noise alone seldom has a length that fits. */
    @Property(tries = 5000)
    void a_datagram_with_bytes_changed_or_its_end_cut_off_is_read_or_refused(
            @ForAll @Size(max = 3) List<@IntRange(max = 130) Integer> places,
            @ForAll @Size(3) byte[] changes,
            @ForAll @IntRange(max = 130) int cut) {
        var datagram = new Datagram()
                .item(1, 2)
                .explained(1, 22, "Invalid argument, as they say", 20)
                .done(1)
                .bytes();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) < datagram.limit()) {
                datagram.put(places.get(i), changes[i]);
            }
        }
        readAll(datagram.limit(Math.max(0, datagram.limit() - cut)));
    }

    /** An answer may repeat the request, and says how long that is. */
    @Property
    void an_answer_that_lies_about_what_it_repeats_is_read_or_refused(@ForAll int length, @ForAll int offset) {
        var answer = new Datagram()
                .explained(1, 22, "Invalid argument, as they say", offset)
                .bytes();
        int notCapped = answer.getShort(6) & ~0x100;
        readAll(answer.putShort(6, (short) notCapped).putInt(20, length));
    }

    @Property
    void what_is_written_is_read(@ForAll @Size(max = 20) List<@Size(max = 30) byte[]> values) {
        var message = new Message(16, 0).u32(1);
        for (int i = 0; i < values.size(); i++) {
            message.attribute(i, values.get(i));
        }

        var reply = Reply.in(MessageTest.written(message)).getFirst();

        assertEquals(1, reply.u32(0));
        var attributes = reply.attributes(4);
        for (int i = 0; i < values.size(); i++) {
            assertEquals(
                    ByteBuffer.wrap(values.get(i)),
                    ByteBuffer.wrap(attributes.bytes(i).orElseThrow()));
        }
    }

    /** Asks for everything that can be asked; the only exception is the one that says so. */
    private static void readAll(ByteBuffer datagram) {
        try {
            for (var reply : Reply.in(datagram)) {
                Ack.of(reply, REQUEST);
                Ack.ofEnd(reply, REQUEST);
                var attributes = reply.attributes(12);
                attributes.hasOnly(Set.of(1, 2));
                for (int type = 0; type < 8; type++) {
                    attributes.bytes(type);
                    attributes.text(type);
                    attributes.nested(type).u32(1, 0);
                    attributes.u64(type, 0);
                }
            }
        } catch (MalformedMessageException refused) {
            // It says what is wrong.
            assertEquals(false, String.valueOf(refused.getMessage()).isBlank());
        }
    }
}
