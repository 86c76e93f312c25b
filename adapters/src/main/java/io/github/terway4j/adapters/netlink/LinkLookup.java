package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds links by name, or by what else is known of them. */
final class LinkLookup {
    private LinkLookup() {}

    static Optional<SeenLink> find(NetlinkSocket socket, LinkName name) {
        return find(socket, LinkMessages.get(name), "link " + name);
    }

    static boolean isFree(NetlinkSocket socket, int index) {
        return find(socket, LinkMessages.get(index), "a link of index " + index).isEmpty();
    }

    private static Optional<SeenLink> find(NetlinkSocket socket, Message request, String what) {
        var found = new ArrayList<SeenLink>();
        var ack = socket.perform(request, reply -> LinkMessages.read(reply).ifPresent(found::add));
        if (!ack.done() && !ack.is(Errno.ENODEV)) {
            throw new ErrnoException("look for " + what + ": " + ack.words(), ack.errno());
        }
        return found.stream().findFirst();
    }

    /** The hardware with that address; it is looked for first under the name that it probably has. */
    static Optional<Link> hardware(NetlinkSocket socket, LinkName probably, Mac mac) {
        return find(socket, probably)
                .map(SeenLink::link)
                .filter(link -> link.kind().isEmpty() && link.mac().equals(mac))
                .or(() -> Link.hardware(all(socket), mac));
    }

    static List<Link> all(NetlinkSocket socket) {
        return socket
                .dump(
                        LinkMessages.list(),
                        reply -> LinkMessages.read(reply).stream().toList())
                .stream()
                .map(SeenLink::link)
                .toList();
    }
}
