package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;

/** Makes one veth pair, or finds that it is there, or that something else is. */
final class VethMaker {
    private static final int NO_GROUP = 0;
    private static final String VETH = "veth";

    private final KernelStep step;
    private final VethPair pair;
    private final OpenNamespace peerNamespace;
    private final NetlinkSocket here;
    private final NetlinkSocket there;

    VethMaker(Conversation conversation, KernelStep step, VethPair pair) {
        this.step = step;
        this.pair = pair;
        this.here = conversation.with(pair.ns());
        this.peerNamespace = conversation.in(pair.peerNs());
        this.there = peerNamespace.socket();
    }

    KernelOutcome make() {
        var ack = create();
        if (!ack.is(Errno.EEXIST)) {
            return ack.done() ? mark() : Answers.toMaking(step, ack);
        }
        var standing = LinkLookup.find(here, pair.name());
        var standingPeer = LinkLookup.find(there, pair.peerName());
        if (standing.isPresent() && standingPeer.isPresent() && isOurs(standing.get(), standingPeer.get())) {
            return mend(standing.get().link(), standingPeer.get().link());
        }
        if (standing.isPresent() && standing.get().link().group() == Ownership.RETIRED_GROUP) {
            return replace(standing.get().link());
        }
        return standing.map(seen -> occupied(seen.link(), pair.ns()))
                .or(() -> standingPeer.map(seen -> occupied(seen.link(), pair.peerNs())))
                // What stood there has gone since.
                .orElseGet(() -> Answers.toMaking(step, ack));
    }

    private Ack create() {
        return here.perform(LinkMessages.make(pair, peerNamespace.fdNumber()));
    }

    /** Only now do we know that the name is this link's: with the creation in one breath, the mark might go to another. */
    private KernelOutcome mark() {
        if (pair.alias().isEmpty()) {
            return Answers.DONE;
        }
        int index = here.linkIndex(pair.name().text());
        var ack = here.perform(LinkMessages.setAlias(index, pair.alias()));
        if (!ack.done()) {
            here.perform(LinkMessages.delete(index));
        }
        return Answers.toMaking(step, ack);
    }

    /** Both addresses are made from the sandbox's own id, so a pair without a mark is one that we had no time to mark. */
    private boolean isOurs(SeenLink one, SeenLink other) {
        return one.link().mac().equals(pair.mac())
                && other.link().mac().equals(pair.peerMac())
                && areOnePair(one, other)
                && (one.link().alias().equals(pair.alias())
                        || one.link().alias().isEmpty());
    }

    /** Each namespace counts its links by itself, so the ends of two pairs may well have each other's numbers. */
    private boolean areOnePair(SeenLink one, SeenLink other) {
        // What stands on a link has its address, too, and names it as others name their peers.
        return one.link().kind().equals(VETH)
                && one.peerIndex() == other.link().index()
                && (pair.ns().equals(pair.peerNs())
                        ? one.peerNamespace() == NeighbourNamespaces.NONE
                        : one.peerNamespace() != NeighbourNamespaces.NONE && one.peerNamespace() == numberOfTheOther());
    }

    private int numberOfTheOther() {
        return new NeighbourNamespaces(here).numberOf(peerNamespace.fdNumber());
    }

    /** The pair is there; its mark, its MTU and that nobody condemned it, perhaps not. */
    private KernelOutcome mend(Link one, Link other) {
        var mends = new ArrayList<Message>();
        if (!one.alias().equals(pair.alias())) {
            mends.add(LinkMessages.setAlias(one.index(), pair.alias()));
        }
        if (one.group() != NO_GROUP) {
            mends.add(LinkMessages.setGroup(one.index(), NO_GROUP));
        }
        if (one.mtuBytes() != pair.mtu().bytes()) {
            mends.add(LinkMessages.setMtu(pair.name(), pair.mtu()));
        }
        var acks = new ArrayList<>(mends.isEmpty() ? List.<Ack>of() : here.performAll(mends));
        if (other.mtuBytes() != pair.mtu().bytes()) {
            acks.add(there.perform(LinkMessages.setMtu(pair.peerName(), pair.mtu())));
        }
        return acks.stream()
                .filter(ack -> !ack.done())
                .findFirst()
                .map(ack -> Answers.toMaking(step, ack))
                .orElse(Answers.DONE);
    }

    /** What is condemned is in nobody's way: another sandbox of the pod had the name and has ended. */
    private KernelOutcome replace(Link condemned) {
        here.perform(LinkMessages.delete(condemned.index()));
        var ack = create();
        if (ack.done()) {
            return mark();
        }
        return LinkLookup.find(there, pair.peerName())
                .filter(_ -> ack.is(Errno.EEXIST))
                .map(standing -> occupied(standing.link(), pair.peerNs()))
                .orElseGet(() -> Answers.toMaking(step, ack));
    }

    private KernelOutcome occupied(Link link, NetNs where) {
        return new KernelOutcome.Occupied(
                step,
                "%s in %s is another: %s, %s, alias \"%s\""
                        .formatted(
                                link.name(),
                                where,
                                link.kind().isEmpty() ? "no kind" : link.kind(),
                                link.mac(),
                                link.alias()));
    }
}
