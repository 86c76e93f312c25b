package io.github.terway4j.adapters.nlmsg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetlinkSocketTest {
    private final ScriptedWire wire = new ScriptedWire();
    private final NetlinkSocket socket = new NetlinkSocket(wire);

    @Test
    void each_of_many_requests_gets_its_own_answer_in_whichever_order_they_come() {
        wire.answers(last -> new Datagram().ack(last, 0).ack(last - 2, 17).bytes())
                .answers(last -> new Datagram().ack(last - 1, 0).bytes());

        var acks = socket.performAll(List.of(change(), change(), change()));

        assertEquals(List.of(17, 0, 0), acks.stream().map(Ack::errno).toList());
        assertEquals(1, wire.sends());
    }

    @Test
    void a_late_answer_to_an_earlier_question_is_not_taken_for_one_to_this() {
        wire.answers(last -> new Datagram().ack(last - 1, 1).bytes())
                .answers(last -> new Datagram().ack(last, 0).bytes());

        assertTrue(socket.perform(change()).done());
        assertTrue(wire.saidAll());
    }

    @Test
    void what_comes_before_the_acknowledgement_is_heard() {
        wire.answers(last -> new Datagram().item(last, 7).ack(last, 0).bytes());
        var heard = new ArrayList<Integer>();

        assertTrue(socket.perform(change(), reply -> heard.add(reply.u32(0))).done());
        assertEquals(List.of(7), heard);
    }

    @Test
    void who_asks_for_no_acknowledgement_waits_for_none() {
        wire.answers(last -> new Datagram().ack(last - 1, 17).bytes());

        var acks = socket.performAll(List.of(new Message(16, 0), change(), new Message(16, 0)));

        assertEquals(List.of(0, 17, 0), acks.stream().map(Ack::errno).toList());
    }

    @Test
    void a_refusal_carries_the_kernels_own_words_and_the_attribute_it_objects_to() {
        // header, four bytes of fixed part, then the attribute
        wire.answers(
                last -> new Datagram().explained(last, 22, "Invalid prefix", 20).bytes());

        var ack = socket.perform(change().u32(0).attribute32(9, 1));

        assertEquals("EINVAL (invalid argument): Invalid prefix, attribute 9", ack.words());
        assertTrue(ack.is(Errno.EINVAL));
    }

    @Test
    void the_words_are_found_behind_a_request_that_is_repeated_whole() {
        wire.answers(last ->
                new Datagram().explainedAtLength(last, 22, new byte[8], "Wrong").bytes());

        assertEquals(
                "EINVAL (invalid argument): Wrong",
                socket.perform(change().attribute32(1, 1)).words());
    }

    @Test
    void an_objection_to_something_beyond_the_request_names_no_attribute() {
        wire.answers(last -> new Datagram().explained(last, 22, "Odd", 4000).bytes());

        assertEquals("EINVAL (invalid argument): Odd", socket.perform(change()).words());
    }

    @Test
    void a_list_comes_in_several_datagrams() {
        wire.answers(last -> new Datagram().item(last, 1).item(last, 2).bytes())
                .answers(last -> new Datagram().item(last, 3).bytes())
                .answers(last -> new Datagram().done(last).bytes());

        assertEquals(List.of(1, 2, 3), dump());
    }

    @Test
    void a_list_that_changed_while_it_was_read_is_read_again() {
        wire.answers(last ->
                        new Datagram().item(last, 1).interruptedItem(last, 2).bytes())
                .answers(last -> new Datagram().done(last).bytes())
                .answers(last -> new Datagram().item(last, 3).bytes())
                .answers(last -> new Datagram().interruptedDone(last).bytes())
                .answers(last -> new Datagram().item(last, 4).done(last).bytes());

        assertEquals(List.of(4), dump());
        assertEquals(3, wire.sends());
    }

    @Test
    void a_list_of_which_a_part_was_lost_is_read_again() {
        wire.answers(last -> new Datagram().item(last, 1).bytes())
                .fails(new ErrnoException("recv", Errno.ENOBUFS.number()))
                .answers(last -> new Datagram().done(last).bytes())
                .answers(last -> new Datagram().item(last, 2).done(last).bytes());

        assertEquals(List.of(2), dump());
    }

    @Test
    void a_list_that_changes_all_the_time_cannot_be_read() {
        for (int i = 0; i < 10; i++) {
            wire.answers(last -> new Datagram().interruptedDone(last).bytes());
        }

        var failure = assertThrows(ErrnoException.class, this::dump);

        assertTrue(failure.is(Errno.EAGAIN), failure.words());
        assertEquals(10, wire.sends());
    }

    @Test
    void a_list_that_ends_with_an_error_is_none() {
        wire.answers(last -> new Datagram().item(last, 1).doneWith(last, 2).bytes());
        assertTrue(assertThrows(ErrnoException.class, this::dump).is(Errno.ENOENT));

        wire.answers(last -> new Datagram().ack(last, 95).bytes());
        assertTrue(assertThrows(ErrnoException.class, this::dump).is(Errno.EOPNOTSUPP));
    }

    private static Message change() {
        return new Message(16, Message.NLM_F_ACK);
    }

    private List<Integer> dump() {
        return socket.dump(new Message(18, Message.NLM_F_DUMP), reply -> List.of(reply.u32(0)));
    }
}
