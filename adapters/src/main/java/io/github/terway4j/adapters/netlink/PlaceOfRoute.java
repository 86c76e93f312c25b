package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.NextHop;
import java.util.List;

/** A route's table, destination and usual metric. */
final class PlaceOfRoute {
    private PlaceOfRoute() {}

    /**
     * The routes in the place of this one: one, or several if they are IPv6's and somebody put them side by side. Next
     * hops by other links than its own are not told.
     */
    static List<SeenRoute> standing(NetlinkSocket socket, Route route, int linkIndex) {
        return standing(
                socket,
                RouteMessages.list(route.destination().family(), route.table()),
                route,
                linkOf(route, linkIndex));
    }

    /** Whether this very route, which leads out of a link, is there. */
    static boolean holds(NetlinkSocket socket, Route route, int linkIndex) {
        var outOfLink = RouteMessages.list(route.destination().family(), route.table(), linkIndex);
        return standing(socket, outOfLink, route, linkOf(route, linkIndex)).stream()
                .anyMatch(seen -> seen.is(route));
    }

    private static List<SeenRoute> standing(NetlinkSocket socket, Message list, Route route, LinkNames links) {
        try {
            return socket
                    .dump(list, reply -> SeenRoute.read(reply, links).stream().toList())
                    .stream()
                    .filter(seen -> seen.inThePlaceOf(route))
                    .toList();
        } catch (ErrnoException failure) {
            // A table that no route was ever in.
            if (failure.is(Errno.ENOENT)) {
                return List.of();
            }
            throw failure;
        }
    }

    private static LinkNames linkOf(Route route, int index) {
        return switch (route.hop()) {
            case NextHop.Direct direct -> LinkNames.only(index, direct.link());
            case NextHop.Via via -> LinkNames.only(index, via.link());
            case NextHop.Blackhole _ -> LinkNames.none();
        };
    }
}
