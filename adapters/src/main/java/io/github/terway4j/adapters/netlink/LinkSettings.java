package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.net.LinkName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Settings of links that the kernel tells along with the link. Opening their file below {@code /proc/sys} costs more the
 * more namespaces have a file of that name: a microsecond each.
 */
final class LinkSettings {
    private static final Pattern OF_A_LINK = Pattern.compile("net/ipv6/conf/([^/]+)/([a-z0-9_]+)");
    private static final int IFLA_AF_SPEC = 26;
    private static final int AF_INET6 = 10;
    private static final int IFLA_INET6_CONF = 2;
    private static final int HEADER = 16;

    /** Places in {@code IFLA_INET6_CONF} (linux/ipv6.h, DEVCONF_). */
    private static final Map<String, Integer> PLACES = Map.of("forwarding", 0, "accept_ra", 3, "disable_ipv6", 26);

    private LinkSettings() {}

    /** Whether the setting is known to have its value already; false where that would take a look into the file. */
    static boolean isSo(NetlinkSocket socket, Sysctl setting) {
        var key = OF_A_LINK.matcher(setting.key());
        if (!key.matches() || !PLACES.containsKey(key.group(2)) || !isOneLink(key.group(1))) {
            return false;
        }
        var found = new ArrayList<Integer>();
        socket.perform(
                LinkMessages.get(new LinkName(key.group(1))),
                reply -> reply.attributes(HEADER)
                        .nested(IFLA_AF_SPEC)
                        .nested(AF_INET6)
                        .bytes(IFLA_INET6_CONF)
                        .map(conf -> ByteBuffer.wrap(conf).order(ByteOrder.nativeOrder()))
                        .filter(conf -> conf.remaining() >= (place(key.group(2)) + 1) * Integer.BYTES)
                        .ifPresent(conf -> found.add(conf.getInt(place(key.group(2)) * Integer.BYTES))));
        return found.size() == 1 && setting.value().equals(String.valueOf(found.getFirst()));
    }

    private static int place(String name) {
        return PLACES.getOrDefault(name, 0);
    }

    private static boolean isOneLink(String name) {
        return !name.equals("all") && !name.equals("default");
    }
}
