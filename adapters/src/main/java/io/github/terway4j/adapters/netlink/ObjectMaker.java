package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
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
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;

/** Makes one thing, whatever it is. */
final class ObjectMaker {
    private final Conversation conversation;
    private final KernelStep step;

    ObjectMaker(Conversation conversation, KernelStep step) {
        this.conversation = conversation;
        this.step = step;
    }

    /** @throws ErrnoException where the kernel refuses a look or the link's name */
    KernelOutcome make(KernelObject object) {
        return switch (object) {
            case VethPair pair -> new VethMaker(conversation, step, pair).make();
            case MovedLink moved -> new LinkMover(conversation, step).move(moved);
            case IpvlanLink slave -> StackedLinkMaker.make(conversation, step, slave);
            case VlanLink vlan -> StackedLinkMaker.make(conversation, step, vlan);
            case Filter filter -> new FilterKeeper(conversation.with(filter.ns()), step).make(filter);
            case Queueing queueing -> new QueueKeeper(conversation.with(queueing.ns()), step).make(queueing);
            case LinkUp up -> answer(conversation.with(up.ns()).perform(LinkMessages.setUp(up.link())));
            case LinkMtu mtu -> answer(conversation.with(mtu.ns()).perform(LinkMessages.setMtu(mtu.link(), mtu.mtu())));
            case Address address -> address(conversation.with(address.ns()), address);
            case Route route -> route(conversation.with(route.ns()), route);
            case Rule rule -> Answers.toMakingOnce(step, new RuleMaker(conversation.with(rule.ns()), rule).make());
            case Neighbour neighbour -> neighbour(conversation.with(neighbour.ns()), neighbour);
            case Sysctl setting -> throw new IllegalStateException("settings are written together: " + setting.words());
            case Shaper shaper -> shaper(conversation.with(shaper.ns()), shaper);
        };
    }

    private KernelOutcome address(NetlinkSocket socket, Address address) {
        int index = index(socket, address.link());
        var ack = socket.perform(AddressMessages.make(address.address(), index));
        return ack.is(Errno.EEXIST) ? standing(socket, address.address(), index) : answer(ack);
    }

    /** IPv6 takes an address for the same whatever the length of its prefix; IPv4 says that it exists only if it does. */
    private KernelOutcome standing(NetlinkSocket socket, InterfaceAddress wanted, int index) {
        if (wanted.family() == IpFamily.V4) {
            return Answers.DONE;
        }
        var others =
                socket
                        .dump(
                                AddressMessages.list(),
                                reply -> AddressMessages.read(reply).stream().toList())
                        .stream()
                        .filter(seen ->
                                seen.linkIndex() == index && seen.address().ip().equals(wanted.ip()))
                        .filter(seen -> seen.address().length() != wanted.length())
                        .toList();
        if (others.isEmpty()) {
            return Answers.DONE;
        }
        others.forEach(seen -> socket.perform(AddressMessages.remove(seen.address(), index)));
        return answer(socket.perform(AddressMessages.make(wanted, index)));
    }

    private KernelOutcome route(NetlinkSocket socket, Route route) {
        int index = switch (route.hop()) {
            case NextHop.Direct direct -> index(socket, direct.link());
            case NextHop.Via via -> index(socket, via.link());
            case NextHop.Blackhole _ -> 0;
        };
        return new RouteMaker(socket, step, route, index).make();
    }

    private KernelOutcome neighbour(NetlinkSocket socket, Neighbour neighbour) {
        int index = index(socket, neighbour.link());
        return answer(socket.perform(NeighbourMessages.make(neighbour.ip(), neighbour.mac(), index)));
    }

    private KernelOutcome shaper(NetlinkSocket socket, Shaper shaper) {
        int index = index(socket, shaper.link());
        return answer(new QueueKeeper(socket, step)
                .replaceRoot(index, ShaperMessages.KIND, ShaperMessages.make(shaper.tbf(), index)));
    }

    private static int index(NetlinkSocket socket, LinkName link) {
        return socket.linkIndex(link.text());
    }

    private KernelOutcome answer(Ack ack) {
        return Answers.toMaking(step, ack);
    }
}
