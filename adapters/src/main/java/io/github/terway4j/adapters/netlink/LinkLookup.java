package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.Optional;

/** Finds links by name. */
final class LinkLookup {
    private LinkLookup() {}

    static Optional<SeenLink> find(NetlinkSocket socket, LinkName name) {
        var found = new ArrayList<SeenLink>();
        var ack = socket.perform(
                LinkMessages.get(name), reply -> LinkMessages.read(reply).ifPresent(found::add));
        if (!ack.done() && !ack.is(Errno.ENODEV)) {
            throw new ErrnoException("look for link " + name + ": " + ack.words(), ack.errno());
        }
        return found.stream().findFirst();
    }
}
