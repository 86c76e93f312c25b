package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of physical networks in one namespace, by generic netlink (include/uapi/linux/smc.h, net/smc/smc_pnet.c). The
 * kernel gives a link or a device one network at most, and removes whole networks only.
 */
final class PnetTable {
    private static final String FAMILY = "SMC_PNETID";

    /** include/uapi/linux/genetlink.h. */
    private static final int GENL_ID_CTRL = 0x10;

    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;
    private static final int HEADER = 4;

    private static final int GET = 1;
    private static final int ADD = 2;
    private static final int DEL = 3;
    private static final int NAME = 1;
    private static final int LINK = 2;
    private static final int DEVICE = 3;
    private static final int PORT = 4;

    /** What the kernel says of what a line is not about. */
    private static final String NOTHING = "n/a";

    private static final int FIRST_PORT = 1;

    private final NetlinkSocket socket;
    private final int family;

    private PnetTable(NetlinkSocket socket, int family) {
        this.socket = socket;
        this.family = family;
    }

    /** The one of the namespace that the socket was opened in; empty where the kernel has no SMC. */
    static Optional<PnetTable> by(NetlinkSocket socket) {
        var ids = new ArrayList<Integer>();
        var question =
                message(GENL_ID_CTRL, Message.NLM_F_ACK, CTRL_CMD_GETFAMILY).attribute(CTRL_ATTR_FAMILY_NAME, FAMILY);
        var ack = socket.perform(
                question, reply -> ids.add(reply.attributes(HEADER).u16(CTRL_ATTR_FAMILY_ID, 0)));
        if (ack.is(Errno.ENOENT)) {
            return Optional.empty();
        }
        check("look for " + FAMILY, ack);
        return ids.stream().findFirst().map(id -> new PnetTable(socket, id));
    }

    List<PnetEntry> entries() {
        return socket.dump(message(family, Message.NLM_F_DUMP, GET), reply -> List.of(read(reply)));
    }

    void addLink(String network, String link) {
        check(
                "put link %s on network %s".formatted(link, network),
                socket.perform(message(family, Message.NLM_F_ACK, ADD)
                        .attribute(NAME, network)
                        .attribute(LINK, link)));
    }

    /** With its first port; an adapter of the cloud has no other. */
    void addDevice(String network, String device) {
        check(
                "put device %s on network %s".formatted(device, network),
                socket.perform(message(family, Message.NLM_F_ACK, ADD)
                        .attribute(NAME, network)
                        .attribute(DEVICE, device)
                        .attribute8(PORT, FIRST_PORT)));
    }

    void remove(String network) {
        check(
                "remove network " + network,
                socket.perform(message(family, Message.NLM_F_ACK, DEL).attribute(NAME, network)));
    }

    private static Message message(int type, int flags, int command) {
        return new Message(type, flags).u8(command).u8(1).u16(0);
    }

    private static PnetEntry read(Reply reply) {
        var attributes = reply.attributes(HEADER);
        return new PnetEntry(attributes.text(NAME), name(attributes.text(LINK)), name(attributes.text(DEVICE)));
    }

    private static String name(String said) {
        return said.equals(NOTHING) ? "" : said;
    }

    private static void check(String deed, Ack ack) {
        if (!ack.done()) {
            throw new ErrnoException(deed + ": " + ack.words(), ack.errno());
        }
    }
}
