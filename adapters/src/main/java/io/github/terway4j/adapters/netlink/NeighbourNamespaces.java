package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.FarMark;
import io.github.terway4j.domain.datapath.Footing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Namespaces that one namespace knows by numbers of its own (linux/net_namespace.h), and can be asked about through it. A
 * number lasts as long as both live, whoever gave it.
 */
final class NeighbourNamespaces {
    private static final int RTM_NEWNSID = 88;
    private static final int RTM_GETNSID = 90;
    private static final int RTGENMSG = 1;
    private static final int NETNSA_NSID = 1;
    private static final int NETNSA_FD = 3;

    /** No number: to whom the kernel is to give one, or who has none. */
    static final int NONE = -1;

    private final NetlinkSocket socket;

    NeighbourNamespaces(NetlinkSocket socket) {
        this.socket = socket;
    }

    /**
     * A link of a namespace that is known by this number.
     *
     * @param link as seen there
     */
    record FarLink(int namespace, SeenLink link) {}

    /** From now on the other one has a number here; it may have had one before. */
    void getToKnow(int namespaceFd) {
        var ack = socket.perform(message(RTM_NEWNSID, NLM_F_ACK)
                .attribute32(NETNSA_FD, namespaceFd)
                .attribute32(NETNSA_NSID, NONE));
        if (!ack.done() && !ack.is(Errno.EEXIST)) {
            throw new ErrnoException("numbering a namespace: " + ack.words(), ack.errno());
        }
    }

    /** The other one's number here; {@link #NONE} if it has none, as a namespace for itself. */
    int numberOf(int namespaceFd) {
        var numbers = new ArrayList<Integer>();
        var ack = socket.perform(
                message(RTM_GETNSID, NLM_F_ACK).attribute32(NETNSA_FD, namespaceFd),
                reply -> numbers.addAll(number(reply)));
        if (!ack.done()) {
            throw new ErrnoException("asking for a namespace's number: " + ack.words(), ack.errno());
        }
        return numbers.stream().findFirst().orElse(NONE);
    }

    /** Links with a mark of ours in any of them that stand on something. */
    List<FarLink> marked() {
        return numbers().stream().flatMap(this::marked).toList();
    }

    /** Gone already is as good. */
    void delete(FarLink far) {
        var ack = socket.perform(
                LinkMessages.delete(far.namespace(), far.link().link().index()));
        if (!ack.done() && !Answers.absent(ack.errno()) && !ack.is(Errno.EINVAL)) {
            throw new ErrnoException("deleting a link elsewhere: " + ack.words(), ack.errno());
        }
    }

    private List<Integer> numbers() {
        return socket.dump(message(RTM_GETNSID, NLM_F_DUMP), NeighbourNamespaces::number).stream()
                .filter(number -> number >= 0)
                .sorted()
                .toList();
    }

    private static List<Integer> number(Reply reply) {
        return reply.type() == RTM_NEWNSID ? List.of(reply.attributes(RTGENMSG).u32(NETNSA_NSID, NONE)) : List.of();
    }

    private Stream<FarLink> marked(int namespace) {
        return links(namespace).stream()
                .filter(seen -> !(seen.link().footing() instanceof Footing.Itself)
                        && FarMark.of(seen.link().alias()).isPresent())
                .map(seen -> new FarLink(namespace, seen));
    }

    private List<SeenLink> links(int namespace) {
        try {
            return socket.dump(
                    LinkMessages.list(namespace),
                    reply -> LinkMessages.read(reply).stream().toList());
        } catch (ErrnoException failure) {
            if (failure.is(Errno.EINVAL)) {
                return List.of(); // It has died since it was listed.
            }
            throw failure;
        }
    }

    private static Message message(int type, int flags) {
        return new Message(type, flags).u8(IpMessages.AF_UNSPEC).u8(0).u16(0);
    }
}
