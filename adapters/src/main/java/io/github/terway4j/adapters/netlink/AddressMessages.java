package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.netlink.IpMessages.AF_UNSPEC;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_EXCL;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.net.InterfaceAddress;
import java.util.Optional;

/** Messages about addresses (linux/if_addr.h). */
final class AddressMessages {
    private static final int RTM_NEWADDR = 20;
    private static final int RTM_DELADDR = 21;
    private static final int RTM_GETADDR = 22;

    private static final int IFADDRMSG = 8;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_PROTO = 11;
    /** Duplicate address detection would hold an IPv6 address back for a second and more. */
    private static final int IFA_F_NODAD = 2;

    private static final int IFAPROT_KERNEL_LO = 1;
    private static final int IFAPROT_KERNEL_LL = 3;

    private AddressMessages() {}

    /** An address as seen, with the index of its link. */
    record SeenAddress(int linkIndex, InterfaceAddress address) {}

    static Message make(InterfaceAddress address, int linkIndex) {
        int flags = switch (address.family()) {
            case V4 -> 0;
            case V6 -> IFA_F_NODAD;
        };
        return about(new Message(RTM_NEWADDR, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL), address, flags, linkIndex);
    }

    static Message remove(InterfaceAddress address, int linkIndex) {
        return about(new Message(RTM_DELADDR, NLM_F_ACK), address, 0, linkIndex);
    }

    static Message list() {
        return list(0);
    }

    /** Those of one link; a kernel before 4.20 lists all. */
    static Message list(int linkIndex) {
        return new Message(RTM_GETADDR, NLM_F_DUMP)
                .u8(AF_UNSPEC)
                .u8(0)
                .u8(0)
                .u8(0)
                .u32(linkIndex);
    }

    /** Without those that the kernel itself gives to loopback and for the link: it says so since Linux 5.18. */
    static Optional<SeenAddress> read(Reply reply) {
        if (reply.type() != RTM_NEWADDR) {
            return Optional.empty();
        }
        var attributes = reply.attributes(IFADDRMSG);
        int maker = attributes.u8(IFA_PROTO, 0);
        if (maker == IFAPROT_KERNEL_LO || maker == IFAPROT_KERNEL_LL) {
            return Optional.empty();
        }
        // With IPv4, IFA_ADDRESS is the other end's address where there is one.
        var bytes = attributes.bytes(IFA_LOCAL).or(() -> attributes.bytes(IFA_ADDRESS));
        return IpMessages.family(reply.u8(0))
                .flatMap(family -> bytes.map(
                        ip -> new InterfaceAddress(IpMessages.ip(family, ip), IpMessages.length(family, reply.u8(1)))))
                .map(address -> new SeenAddress(reply.u32(4), address));
    }

    private static Message about(Message message, InterfaceAddress address, int flags, int linkIndex) {
        var bytes = address.ip().bytes();
        return message.u8(IpMessages.number(address.family()))
                .u8(address.length())
                .u8(flags)
                .u8(0)
                .u32(linkIndex)
                .attribute(IFA_LOCAL, bytes)
                .attribute(IFA_ADDRESS, bytes);
    }
}
