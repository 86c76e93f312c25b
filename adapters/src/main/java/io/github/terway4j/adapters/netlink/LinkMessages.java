package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_EXCL;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Messages about links (linux/if_link.h, linux/veth.h). */
final class LinkMessages {
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_DELLINK = 17;
    private static final int RTM_GETLINK = 18;
    private static final int RTM_SETLINK = 19;

    private static final int IFINFOMSG = 16;
    private static final int IFF_UP = 1;
    private static final int IFF_NOARP = 0x80;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_LINK = 5;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_IFALIAS = 20;
    private static final int IFLA_GROUP = 27;
    private static final int IFLA_NET_NS_FD = 28;
    private static final int IFLA_EXT_MASK = 29;
    private static final int IFLA_LINK_NETNSID = 37;
    private static final int IFLA_NUM_TX_QUEUES = 31;
    private static final int IFLA_NUM_RX_QUEUES = 32;
    private static final int IFLA_TARGET_NETNSID = 46;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;
    /** Counters are most of what there is to say about a link, and nobody here reads them. */
    private static final int RTEXT_FILTER_SKIP_STATS = 8;

    private static final Mac NO_MAC = new Mac(0);
    private static final int MAC_LENGTH = 6;

    private LinkMessages() {}

    /**
     * A link as seen.
     *
     * @param peerIndex of the other end if it is one of a pair
     * @param peerNamespace the number by which the namespace of that end is known here, or {@link
     *     NeighbourNamespaces#NONE} if it is this one
     */
    record SeenLink(Link link, int peerIndex, int peerNamespace, int sendQueues) {}

    /** The alias is not among what the kernel takes here. */
    static Message make(VethPair pair, int peerNamespaceFd) {
        var message = request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, 0, 0);
        end(message, pair.name(), pair.mac(), pair.mtu());
        return message.nested(
                IFLA_LINKINFO,
                info -> info.attribute(IFLA_INFO_KIND, "veth")
                        .nested(
                                IFLA_INFO_DATA,
                                data -> data.nested(
                                        VETH_INFO_PEER,
                                        peer -> end(body(peer, 0, 0), pair.peerName(), pair.peerMac(), pair.mtu())
                                                .attribute32(IFLA_NET_NS_FD, peerNamespaceFd))));
    }

    private static Message end(Message message, LinkName name, Mac mac, Mtu mtu) {
        return message.attribute(IFLA_IFNAME, name.text())
                .attribute(IFLA_ADDRESS, mac.bytes())
                .attribute32(IFLA_MTU, mtu.bytes())
                // Unasked, Linux gives a pair a queue for each processor since 5.15, at 0.05 ms and more for each of
                // them. A veth takes no lock and keeps no packets, so a second queue would bring it nothing.
                .attribute32(IFLA_NUM_TX_QUEUES, 1)
                .attribute32(IFLA_NUM_RX_QUEUES, 1);
    }

    /**
     * The parent is of the namespace that is asked, the link comes to be in the other.
     *
     * @param index free in both, or 0 for any. Of a link without one the kernel looks for the name, and before Linux 6.14
     *     where the parent is: a parent's neighbour of that name would be in the way (rtnl_newlink)
     */
    static Message make(LinkName name, int index, Footing footing, int namespaceFd) {
        var message = request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, index, 0)
                .attribute(IFLA_IFNAME, name.text())
                .attribute32(IFLA_NET_NS_FD, namespaceFd);
        return StackedLinks.describe(message, IFLA_LINK, IFLA_LINKINFO, footing);
    }

    static Message setArp(int index, Arp arp) {
        return new Message(RTM_SETLINK, NLM_F_ACK)
                .u8(IpMessages.AF_UNSPEC)
                .u8(0)
                .u16(0)
                .u32(index)
                .u32(arp == Arp.OFF ? IFF_NOARP : 0)
                .u32(IFF_NOARP);
    }

    static Message setAlias(int index, String alias) {
        return request(RTM_SETLINK, NLM_F_ACK, index, 0)
                .attribute(IFLA_IFALIAS, alias.getBytes(StandardCharsets.UTF_8));
    }

    /** It arrives there down and without addresses; a name with {@code %d} is one of several. */
    static Message move(int index, int namespaceFd, String name) {
        return request(RTM_SETLINK, NLM_F_ACK, index, 0)
                .attribute32(IFLA_NET_NS_FD, namespaceFd)
                .attribute(IFLA_IFNAME, name);
    }

    /** Before Linux 6.2 the link must be down for it. */
    static Message rename(int index, String name) {
        return request(RTM_SETLINK, NLM_F_ACK, index, 0).attribute(IFLA_IFNAME, name);
    }

    static Message setDown(int index) {
        return new Message(RTM_SETLINK, NLM_F_ACK)
                .u8(IpMessages.AF_UNSPEC)
                .u8(0)
                .u16(0)
                .u32(index)
                .u32(0)
                .u32(IFF_UP);
    }

    static Message setUp(LinkName name) {
        return request(RTM_SETLINK, NLM_F_ACK, 0, IFF_UP).attribute(IFLA_IFNAME, name.text());
    }

    static Message setMtu(LinkName name, Mtu mtu) {
        return request(RTM_SETLINK, NLM_F_ACK, 0, 0)
                .attribute(IFLA_IFNAME, name.text())
                .attribute32(IFLA_MTU, mtu.bytes());
    }

    static Message setGroup(int index, int group) {
        return request(RTM_SETLINK, NLM_F_ACK, index, 0).attribute32(IFLA_GROUP, group);
    }

    static Message delete(int index) {
        return request(RTM_DELLINK, NLM_F_ACK, index, 0);
    }

    /** One in a namespace that the asked one knows by this number. */
    static Message delete(int namespace, int index) {
        return delete(index).attribute32(IFLA_TARGET_NETNSID, namespace);
    }

    static Message deleteGroup(int group) {
        return request(RTM_DELLINK, NLM_F_ACK, 0, 0).attribute32(IFLA_GROUP, group);
    }

    static Message get(int index) {
        return request(RTM_GETLINK, NLM_F_ACK, index, 0);
    }

    static Message get(LinkName name) {
        return request(RTM_GETLINK, NLM_F_ACK, 0, 0)
                .attribute(IFLA_IFNAME, name.text())
                .attribute32(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    }

    static Message list() {
        return request(RTM_GETLINK, NLM_F_DUMP, 0, 0).attribute32(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    }

    /** Those in a namespace that the asked one knows by this number. */
    static Message list(int namespace) {
        return list().attribute32(IFLA_TARGET_NETNSID, namespace);
    }

    /** Names no parent, so that nothing comes of it: the kernel says whether it has heard of such links. */
    static Message tryOut(LinkKind kind) {
        return request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, 0, 0)
                .nested(IFLA_LINKINFO, info -> info.attribute(IFLA_INFO_KIND, kind.text()));
    }

    /** Empty if its name is none that we could say; who has no Ethernet address has that of loopback. */
    static Optional<SeenLink> read(Reply reply) {
        if (reply.type() != RTM_NEWLINK) {
            return Optional.empty();
        }
        var attributes = reply.attributes(IFINFOMSG);
        var mac = attributes.bytes(IFLA_ADDRESS).filter(bytes -> bytes.length == MAC_LENGTH);
        return name(attributes.text(IFLA_IFNAME))
                .map(name -> new SeenLink(
                        new Link(
                                reply.u32(4),
                                name,
                                attributes.nested(IFLA_LINKINFO).text(IFLA_INFO_KIND),
                                mac.map(Mac::of).orElse(NO_MAC),
                                attributes.u32(IFLA_MTU, 0),
                                (reply.u32(8) & IFF_UP) != 0,
                                attributes.text(IFLA_IFALIAS),
                                attributes.u32(IFLA_GROUP, 0),
                                StackedLinks.footing(
                                        attributes.nested(IFLA_LINKINFO),
                                        attributes.u32(IFLA_LINK, 0),
                                        (reply.u32(8) & IFF_NOARP) != 0 ? Arp.OFF : Arp.ON)),
                        attributes.u32(IFLA_LINK, 0),
                        attributes.u32(IFLA_LINK_NETNSID, NeighbourNamespaces.NONE),
                        attributes.u32(IFLA_NUM_TX_QUEUES, 1)));
    }

    static Optional<LinkName> name(String text) {
        try {
            return Optional.of(new LinkName(text));
        } catch (IllegalArgumentException unsayable) {
            return Optional.empty();
        }
    }

    private static Message request(int type, int flags, int index, int linkFlags) {
        return body(new Message(type, flags), index, linkFlags);
    }

    /** The fixed part; the flags that are set are the only ones to be changed. */
    private static Message body(Message message, int index, int linkFlags) {
        return message.u8(IpMessages.AF_UNSPEC)
                .u8(0)
                .u16(0)
                .u32(index)
                .u32(linkFlags)
                .u32(linkFlags);
    }
}
