package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.IpvlanMode;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;

/** Makes a link that stands on another, straight in its own namespace; or finds that it is there, or something else. */
final class StackedLinkMaker {
    private static final int NO_GROUP = 0;
    private static final int ANY_INDEX = 0;

    /** The kernel counts up to it by itself only after a billion links. */
    private static final int FIRST_CHOSEN_INDEX = 1 << 30;

    private final Conversation conversation;
    private final KernelStep step;
    private final NetNs ns;
    private final LinkName name;
    private final String alias;
    private final NetlinkSocket there;
    private final NetlinkSocket parents;

    private StackedLinkMaker(
            Conversation conversation, KernelStep step, NetNs ns, NetNs parentNs, LinkName name, String alias) {
        this.conversation = conversation;
        this.step = step;
        this.ns = ns;
        this.name = name;
        this.alias = alias;
        this.parents = conversation.with(parentNs);
        this.there = conversation.with(ns);
    }

    static KernelOutcome make(Conversation conversation, KernelStep step, IpvlanLink slave) {
        var maker = new StackedLinkMaker(conversation, step, slave.ns(), slave.parentNs(), slave.name(), slave.alias());
        return maker.make(new Footing.Ipvlan(maker.parentIndex(slave.parent()), IpvlanMode.L2, slave.arp()));
    }

    static KernelOutcome make(Conversation conversation, KernelStep step, VlanLink vlan) {
        var maker = new StackedLinkMaker(conversation, step, vlan.ns(), vlan.parentNs(), vlan.name(), vlan.alias());
        return maker.make(new Footing.Vlan(maker.parentIndex(vlan.parent()), vlan.id()));
    }

    private int parentIndex(LinkName parent) {
        return parents.linkIndex(parent.text());
    }

    private KernelOutcome make(Footing wanted) {
        var standing = LinkLookup.find(there, name).map(SeenLink::link);
        if (standing.isPresent()) {
            var link = standing.get();
            if (isOurs(link, wanted)) {
                getAcquainted();
                return mend(link, wanted);
            }
            if (link.group() != Ownership.RETIRED_GROUP) {
                return occupied("another link is called " + name + " in " + ns);
            }
            // What is condemned is in nobody's way.
            there.perform(LinkMessages.delete(link.index()));
        }
        getAcquainted();
        var ack = parents.perform(
                LinkMessages.make(name, index(), wanted, conversation.in(ns).fdNumber()));
        if (ack.is(Errno.EEXIST)) {
            return occupied(ack.words() + ": the parent has such a link elsewhere");
        }
        if (!ack.done()) {
            return answer(ack);
        }
        // Only now do we know that the name is this link's.
        return LinkLookup.find(there, name)
                .map(seen -> mend(seen.link(), wanted))
                .orElseGet(() -> new KernelOutcome.Refused(step, name + " went as soon as it had come"));
    }

    /** One that nobody has here or where the parent is: the kernel looks for its holder there. */
    private int index() {
        if (parents == there) {
            return ANY_INDEX;
        }
        int index = LinkLookup.all(there).stream().mapToInt(Link::index).reduce(FIRST_CHOSEN_INDEX, Math::max) + 1;
        while (!LinkLookup.isFree(parents, index)) {
            index++;
        }
        return index;
    }

    /** So that the parent's namespace can find the link when nobody remembers where it was made. */
    private void getAcquainted() {
        if (parents != there) {
            new NeighbourNamespaces(parents).getToKnow(conversation.in(ns).fdNumber());
        }
    }

    /** One without a mark is one that we had no time to mark. */
    private boolean isOurs(Link link, Footing wanted) {
        return sameBut(link.footing(), wanted)
                && (link.alias().equals(alias) || link.alias().isEmpty());
    }

    /** Whether a slave asks for neighbours can still be changed. */
    private static boolean sameBut(Footing seen, Footing wanted) {
        return (seen instanceof Footing.Ipvlan(int parent, IpvlanMode mode, Arp _)
                        && wanted instanceof Footing.Ipvlan(int wantedParent, IpvlanMode wantedMode, Arp _))
                ? parent == wantedParent && mode == wantedMode
                : seen.equals(wanted);
    }

    private KernelOutcome mend(Link link, Footing wanted) {
        var mends = new ArrayList<Message>();
        if (wanted instanceof Footing.Ipvlan(int _, IpvlanMode _, Arp arp)
                && !link.footing().equals(wanted)) {
            if (arp == Arp.OFF) {
                // A slave forgets it when it comes up (ipvlan_open).
                mends.add(LinkMessages.setUp(name));
            }
            mends.add(LinkMessages.setArp(link.index(), arp));
        }
        if (!link.alias().equals(alias)) {
            mends.add(LinkMessages.setAlias(link.index(), alias));
        }
        if (link.group() != NO_GROUP) {
            mends.add(LinkMessages.setGroup(link.index(), NO_GROUP));
        }
        for (var mend : mends) {
            var ack = there.perform(mend);
            if (!ack.done()) {
                return answer(ack);
            }
        }
        return Answers.DONE;
    }

    private KernelOutcome answer(Ack ack) {
        return Answers.toMaking(step, ack);
    }

    private KernelOutcome occupied(String words) {
        return new KernelOutcome.Occupied(step, words);
    }
}
