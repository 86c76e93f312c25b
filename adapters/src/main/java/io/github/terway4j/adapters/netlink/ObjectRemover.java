package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.function.IntFunction;

/** Removes one thing, exactly that thing, whatever it is. */
final class ObjectRemover {
    private final Conversation conversation;
    private final KernelStep step;

    ObjectRemover(Conversation conversation, KernelStep step) {
        this.conversation = conversation;
        this.step = step;
    }

    /** @throws ErrnoException where the kernel refuses a look, ENODEV where it does not know the link */
    KernelOutcome remove(KernelObject object) {
        return switch (object) {
            case VethPair pair -> ifMarked(pair.ns(), pair.name(), pair.alias(), LinkMessages::delete);
            case LinkUp _, LinkMtu _, Sysctl _ -> Answers.DONE;
            case MovedLink moved -> new LinkMover(conversation, step).bringHome(moved);
            case IpvlanLink slave -> ifMarked(slave.ns(), slave.name(), slave.alias(), LinkMessages::delete);
            case VlanLink vlan -> ifMarked(vlan.ns(), vlan.name(), vlan.alias(), LinkMessages::delete);
            case Filter filter -> new FilterKeeper(conversation.with(filter.ns()), step).remove(filter);
            case Queueing queueing -> new QueueKeeper(conversation.with(queueing.ns()), step).remove(queueing);
            case Address address -> address(conversation.with(address.ns()), address);
            case Route route -> route(conversation.with(route.ns()), route);
            case Rule rule -> answer(new RuleRemover(conversation.with(rule.ns()), rule).remove());
            case Neighbour neighbour -> neighbour(conversation.with(neighbour.ns()), neighbour);
            case Shaper shaper -> shaper(conversation.with(shaper.ns()), shaper);
        };
    }

    KernelOutcome retire(NetNs ns, LinkName link, String alias) {
        return ifMarked(ns, link, alias, index -> LinkMessages.setGroup(index, Ownership.RETIRED_GROUP));
    }

    KernelOutcome reap(NetNs ns) {
        return answer(conversation.with(ns).perform(LinkMessages.deleteGroup(Ownership.RETIRED_GROUP)));
    }

    /** By its index: between the look and the deed, the name may have become another's, but the index never does. */
    private KernelOutcome ifMarked(NetNs ns, LinkName link, String alias, IntFunction<Message> deed) {
        var socket = conversation.with(ns);
        return LinkLookup.find(socket, link)
                .filter(seen -> seen.link().alias().equals(alias))
                .map(seen -> answer(socket.perform(deed.apply(seen.link().index()))))
                .orElse(Answers.DONE);
    }

    private KernelOutcome address(NetlinkSocket socket, Address address) {
        return answer(socket.perform(AddressMessages.remove(address.address(), index(socket, address.link()))));
    }

    private KernelOutcome route(NetlinkSocket socket, Route route) {
        int index = switch (route.hop()) {
            case NextHop.Direct direct -> index(socket, direct.link());
            case NextHop.Via via -> index(socket, via.link());
            case NextHop.Blackhole _ -> 0;
        };
        // Of an IPv6 route out of a link the kernel does not ask whether it leads to a gateway.
        boolean ambiguous = route.destination().family() == IpFamily.V6 && route.hop() instanceof NextHop.Direct;
        return ambiguous && !PlaceOfRoute.holds(socket, route, index)
                ? Answers.DONE
                : answer(socket.perform(RouteMessages.remove(route, index)));
    }

    private KernelOutcome neighbour(NetlinkSocket socket, Neighbour neighbour) {
        int index = index(socket, neighbour.link());
        var others = new ArrayList<NeighbourMessages.SeenNeighbour>();
        socket.perform(
                NeighbourMessages.get(neighbour.ip(), index),
                reply -> NeighbourMessages.read(reply).ifPresent(others::add));
        others.removeIf(seen -> seen.mac().equals(neighbour.mac()));
        return others.isEmpty()
                ? answer(socket.perform(NeighbourMessages.remove(neighbour.ip(), index)))
                : Answers.DONE;
    }

    private KernelOutcome shaper(NetlinkSocket socket, Shaper shaper) {
        int index = index(socket, shaper.link());
        var standing = new ArrayList<ShaperMessages.SeenShaper>();
        socket.perform(
                ShaperMessages.get(index), reply -> ShaperMessages.read(reply).ifPresent(standing::add));
        return standing.isEmpty() ? Answers.DONE : answer(socket.perform(ShaperMessages.remove(index)));
    }

    private static int index(NetlinkSocket socket, LinkName link) {
        return socket.linkIndex(link.text());
    }

    private KernelOutcome answer(Ack ack) {
        return Answers.toRemoving(step, ack);
    }
}
