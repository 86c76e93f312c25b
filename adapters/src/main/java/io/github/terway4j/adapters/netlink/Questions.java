package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.adapters.syscall.ErrnoException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for what may not be there: a table without a route, a link that has just gone. That is an answer, too. */
record Questions(NetlinkSocket socket) {
    <T> Stream<T> list(Message request, Function<Reply, Optional<T>> reading) {
        try {
            return socket.dump(request, reply -> reading.apply(reply).stream().toList()).stream();
        } catch (ErrnoException failure) {
            if (Answers.absent(failure.number())) {
                return Stream.empty();
            }
            throw failure;
        }
    }

    <T> Optional<T> get(Message request, Function<Reply, Optional<T>> reading) {
        var found = new ArrayList<T>();
        var ack = socket.perform(request, reply -> reading.apply(reply).ifPresent(found::add));
        if (!ack.done() && !Answers.absent(ack.errno())) {
            throw new ErrnoException("look: " + ack.words(), ack.errno());
        }
        return found.stream().findFirst();
    }
}
