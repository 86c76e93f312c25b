package io.github.terway4j.adapters.nlmsg;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A conversation with the kernel about one network namespace: that of the thread which opened it, wherever it is used.
 * For one thread at a time. After a call that threw it can still be used: what
 * comes late is never taken for an answer to a later question.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/netlink/intro.html">Introduction to Netlink</a>
 */
public final class NetlinkSocket implements AutoCloseable {
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int NETLINK_GENERIC = 16;

    /** How often a list is read before we say that it cannot be read. */
    private static final int MOST_READINGS = 10;

    private final Wire wire;
    private int sequence;

    NetlinkSocket(Wire wire) {
        this.wire = wire;
    }

    /** In the calling platform thread's namespace. */
    public static NetlinkSocket open(int protocol) {
        return new NetlinkSocket(SocketWire.open(protocol));
    }

    /** Asks for this one change. */
    public Ack perform(Message request) {
        return perform(request, echo -> {});
    }

    /** Asks for one thing and hears what comes before the acknowledgement: an object asked for, or an echo. */
    public Ack perform(Message request, Consumer<Reply> hearer) {
        return performAll(List.of(request), hearer).getFirst();
    }

    /** Sends all requests at once; the kernel takes each whatever became of those before. The answers, in order. */
    public List<Ack> performAll(List<Message> requests) {
        return performAll(requests, echo -> {});
    }

    private List<Ack> performAll(List<Message> requests, Consumer<Reply> hearer) {
        int first = sequence + 1;
        int waiting = 0;
        var out = wire.out();
        for (var request : requests) {
            request.writeTo(out, ++sequence);
            waiting += request.wantsAck() ? 1 : 0;
        }
        wire.send();
        var acks = new ArrayList<Ack>(requests.size());
        requests.forEach(request -> acks.add(new Ack(0, "not asked for")));
        while (waiting > 0) {
            for (var reply : Reply.in(wire.receive())) {
                int place = reply.sequence() - first;
                if (place < 0 || place >= requests.size()) {
                    continue; // An answer to what nobody waits for any more.
                }
                if (reply.type() == Reply.NLMSG_ERROR) {
                    acks.set(place, Ack.of(reply, requests.get(place)));
                    waiting--;
                } else {
                    hearer.accept(reply);
                }
            }
        }
        return acks;
    }

    /**
     * Lists what the request asks for. A list that changed while it was read, or of which a part was lost, is read again
     * from the start.
     *
     * @param reading makes of each message one thing, or nothing
     * @throws ErrnoException if the kernel refuses, or with EAGAIN if the list changed each of {@value #MOST_READINGS} times
     */
    public <T> List<T> dump(Message request, Function<Reply, List<T>> reading) {
        for (int i = 0; i < MOST_READINGS; i++) {
            var found = new ArrayList<T>();
            if (dumpedWhole(request, reply -> found.addAll(reading.apply(reply)))) {
                return found;
            }
        }
        throw new ErrnoException("a list that changes all the time", Errno.EAGAIN.number());
    }

    private boolean dumpedWhole(Message request, Consumer<Reply> hearer) {
        request.writeTo(wire.out(), ++sequence);
        wire.send();
        boolean whole = true;
        while (true) {
            try {
                for (var reply : Reply.in(wire.receive())) {
                    if (reply.sequence() != sequence) {
                        continue;
                    }
                    whole &= !reply.interrupted();
                    switch (reply.type()) {
                        case Reply.NLMSG_DONE -> {
                            check(Ack.ofEnd(reply, request));
                            return whole;
                        }
                        case Reply.NLMSG_ERROR -> {
                            check(Ack.of(reply, request));
                            return whole;
                        }
                        default -> hearer.accept(reply);
                    }
                }
            } catch (ErrnoException lost) {
                if (!lost.is(Errno.ENOBUFS)) {
                    throw lost;
                }
                whole = false;
            }
        }
    }

    private static void check(Ack ack) {
        if (!ack.done()) {
            throw new ErrnoException("dump: " + ack.words(), ack.errno());
        }
    }

    /** The index of the link with this name; throws ENODEV if there is none. */
    public int linkIndex(String name) {
        return wire.linkIndex(name);
    }

    @Override
    public void close() {
        wire.close();
    }
}
