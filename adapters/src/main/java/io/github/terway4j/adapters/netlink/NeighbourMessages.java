package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_REPLACE;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import java.util.Optional;

/** Messages about neighbours (linux/neighbour.h). */
final class NeighbourMessages {
    private static final int RTM_NEWNEIGH = 28;
    private static final int RTM_DELNEIGH = 29;
    private static final int RTM_GETNEIGH = 30;

    private static final int NDMSG = 12;
    private static final int NDA_DST = 1;
    private static final int NDA_LLADDR = 2;
    private static final int NUD_PERMANENT = 0x80;
    private static final int MAC_LENGTH = 6;

    private NeighbourMessages() {}

    /** A permanent neighbour as seen, with the index of its link. */
    record SeenNeighbour(int linkIndex, Ip ip, Mac mac) {}

    static Message make(Ip ip, Mac mac, int linkIndex) {
        return about(new Message(RTM_NEWNEIGH, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE), ip, NUD_PERMANENT, linkIndex)
                .attribute(NDA_LLADDR, mac.bytes());
    }

    static Message remove(Ip ip, int linkIndex) {
        return about(new Message(RTM_DELNEIGH, NLM_F_ACK), ip, 0, linkIndex);
    }

    static Message get(Ip ip, int linkIndex) {
        return about(new Message(RTM_GETNEIGH, NLM_F_ACK), ip, 0, linkIndex);
    }

    static Message list() {
        return fixed(new Message(RTM_GETNEIGH, NLM_F_DUMP), IpMessages.AF_UNSPEC, 0, 0);
    }

    /** Empty if it is one that the kernel learnt, or one without an Ethernet address. */
    static Optional<SeenNeighbour> read(Reply reply) {
        boolean permanent = (reply.u16(8) & NUD_PERMANENT) != 0;
        return reply.type() == RTM_NEWNEIGH && permanent
                ? IpMessages.family(reply.u8(0)).flatMap(family -> read(reply, family, reply.attributes(NDMSG)))
                : Optional.empty();
    }

    private static Optional<SeenNeighbour> read(Reply reply, IpFamily family, Attributes attributes) {
        var mac = attributes.bytes(NDA_LLADDR).filter(bytes -> bytes.length == MAC_LENGTH);
        return attributes
                .bytes(NDA_DST)
                .map(bytes -> IpMessages.ip(family, bytes))
                .flatMap(ip -> mac.map(bytes -> new SeenNeighbour(reply.u32(4), ip, Mac.of(bytes))));
    }

    private static Message about(Message message, Ip ip, int state, int linkIndex) {
        return fixed(message, IpMessages.number(ip.family()), state, linkIndex).attribute(NDA_DST, ip.bytes());
    }

    private static Message fixed(Message message, int family, int state, int linkIndex) {
        return message.u8(family).u8(0).u16(0).u32(linkIndex).u16(state).u8(0).u8(0);
    }
}
