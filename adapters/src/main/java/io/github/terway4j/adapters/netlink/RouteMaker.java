package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_EXCL;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_REPLACE;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.ports.out.KernelOutcome;

/**
 * Puts a route into its place: its table, destination and usual metric, where the kernel has room for one. What stands
 * there is replaced, whoever made it, except for the kernel's own: a connected route or one that a router announced is
 * not ours to overrule, least of all that of another link, which IPv6 would give up for ours without a word.
 */
final class RouteMaker {
    private final NetlinkSocket socket;
    private final KernelStep step;
    private final Route route;
    private final int linkIndex;

    RouteMaker(NetlinkSocket socket, KernelStep step, Route route, int linkIndex) {
        this.socket = socket;
        this.step = step;
        this.route = route;
        this.linkIndex = linkIndex;
    }

    KernelOutcome make() {
        var ack = socket.perform(RouteMessages.make(route, linkIndex, NLM_F_CREATE | NLM_F_EXCL));
        if (!ack.is(Errno.EEXIST)) {
            return Answers.toMaking(step, ack);
        }
        var standing = PlaceOfRoute.standing(socket, route, linkIndex);
        if (standing.stream().anyMatch(seen -> seen.is(route))) {
            return Answers.DONE;
        }
        if (standing.stream().anyMatch(SeenRoute::kernels)) {
            return new KernelOutcome.Refused(step, ack.words() + ": the kernel's own route stands there");
        }
        return Answers.toMaking(
                step, socket.perform(RouteMessages.make(route, linkIndex, NLM_F_CREATE | NLM_F_REPLACE)));
    }
}
