package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_DST;
import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_GATEWAY;
import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_OIF;
import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_PRIORITY;
import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_TABLE;
import static io.github.terway4j.adapters.netlink.RouteMessages.RTA_VIA;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Arrays;
import java.util.Optional;

/**
 * A route as seen.
 *
 * @param hop empty where ours have none such: several next hops, another type, a link with an odd name
 */
record SeenRoute(int table, Cidr destination, int metric, int protocol, Optional<NextHop> hop) {
    private static final int RTM_F_CLONED = 0x200;
    private static final int RTPROT_KERNEL = 2;
    private static final int RTPROT_RA = 9;

    /** Empty for what no routing table holds as such, and for routes by source address or type of service. */
    static Optional<SeenRoute> read(Reply reply, LinkNames links) {
        var family = IpMessages.family(reply.u8(0));
        boolean bySourceOrService = reply.u8(2) != 0 || reply.u8(3) != 0;
        boolean cloned = (reply.u32(8) & RTM_F_CLONED) != 0;
        return reply.type() != RouteMessages.RTM_NEWROUTE || bySourceOrService || cloned
                ? Optional.empty()
                : family.map(known -> read(reply, known, reply.attributes(RouteMessages.RTMSG), links));
    }

    private static SeenRoute read(Reply reply, IpFamily family, Attributes attributes, LinkNames links) {
        return new SeenRoute(
                attributes.u32(RTA_TABLE, reply.u8(4)),
                IpMessages.cidr(family, attributes.bytes(RTA_DST), reply.u8(1)),
                attributes.u32(RTA_PRIORITY, 0),
                reply.u8(5),
                hop(family, reply.u8(7), attributes, links));
    }

    private static Optional<NextHop> hop(IpFamily family, int type, Attributes attributes, LinkNames links) {
        if (type == RouteMessages.RTN_BLACKHOLE) {
            return Optional.of(new NextHop.Blackhole());
        }
        if (type != RouteMessages.RTN_UNICAST) {
            return Optional.empty();
        }
        // Several next hops are told in another attribute, and then this one is absent.
        return links.name(attributes.u32(RTA_OIF, 0))
                .map(link -> gateway(family, attributes)
                        .<NextHop>map(ip -> new NextHop.Via(ip, link))
                        .orElse(new NextHop.Direct(link)));
    }

    private static Optional<Ip> gateway(IpFamily family, Attributes attributes) {
        return attributes
                .bytes(RTA_GATEWAY)
                .map(bytes -> IpMessages.ip(family, bytes))
                .or(() -> attributes.bytes(RTA_VIA).map(SeenRoute::via));
    }

    /** The address in a {@code struct rtvia}; the family before it says as much as its length. */
    private static Ip via(byte[] via) {
        boolean v4 = via.length == Short.BYTES + IpFamily.V4.bits() / Byte.SIZE;
        var address = Arrays.copyOfRange(via, Math.min(Short.BYTES, via.length), via.length);
        return IpMessages.ip(v4 ? IpFamily.V4 : IpFamily.V6, address);
    }

    /** Whether the kernel put it there without being told to: not ours to see or to touch. */
    boolean local() {
        return table == RouteTables.LOCAL || protocol == RTPROT_KERNEL;
    }

    /** The same, or a route that a router announced. */
    boolean kernels() {
        return local() || protocol == RTPROT_RA;
    }

    /** Whether the other could not be put beside it. */
    boolean inThePlaceOf(Route route) {
        return table == route.table()
                && destination.equals(route.destination())
                && metric == RouteMessages.usualMetric(destination.family());
    }

    Optional<Route> in(NetNs ns) {
        return hop.map(known -> new Route(ns, table, destination, known, protocol));
    }

    boolean is(Route route) {
        return in(route.ns()).filter(route::equals).isPresent();
    }
}
