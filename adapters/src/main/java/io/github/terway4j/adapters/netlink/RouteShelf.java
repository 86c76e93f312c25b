package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;
import java.util.function.Function;

/**
 * Routes that can be listed without the others: of one table, by one link.
 *
 * @param linkIndex zero for those that lead nowhere
 */
record RouteShelf(IpFamily family, int table, int linkIndex) {
    private static final int NOWHERE = 0;

    /** @param indexes of links; empty where a route leads by a link that is not there */
    static Optional<RouteShelf> of(Route route, Function<LinkName, Optional<Integer>> indexes) {
        var index = switch (route.hop()) {
            case NextHop.Direct(var link) -> indexes.apply(link);
            case NextHop.Via(var _, var link) -> indexes.apply(link);
            case NextHop.Blackhole() -> Optional.of(NOWHERE);
        };
        return index.map(known -> new RouteShelf(route.destination().family(), route.table(), known));
    }

    Message list() {
        return linkIndex == NOWHERE ? RouteMessages.list(family, table) : RouteMessages.list(family, table, linkIndex);
    }
}
