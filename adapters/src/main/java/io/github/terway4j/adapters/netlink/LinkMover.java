package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.AddressMessages.SeenAddress;
import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.WayHome;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Moves hardware from its home to where it is wanted, and back. It is marked before it leaves, and loses the mark after
 * all else: whenever we die in between, the mark tells what is to be done, and doing it again does no harm.
 */
final class LinkMover {
    /** The kernel puts the first number there that is free. */
    private static final String ANY_NAME = "dev%d";

    private final Conversation conversation;
    private final KernelStep step;

    LinkMover(Conversation conversation, KernelStep step) {
        this.conversation = conversation;
        this.step = step;
    }

    KernelOutcome move(MovedLink wanted) {
        var there = conversation.in(wanted.ns());
        var arrived = LinkLookup.hardware(there.socket(), wanted.name(), wanted.mac());
        if (arrived.isPresent()) {
            return settle(there.socket(), arrived.get(), wanted);
        }
        var home = conversation.with(wanted.home());
        var link = LinkLookup.hardware(home, wanted.homeName(), wanted.mac());
        if (link.isEmpty()) {
            return refused("no link in " + wanted.home() + " has the address " + wanted.mac());
        }
        if (LinkLookup.find(there.socket(), wanted.name()).isPresent()) {
            return occupied(wanted.name(), wanted.ns());
        }
        // Another mark is that of an attachment whose namespace died, for the link came home. It is in nobody's way.
        int index = link.get().index();
        var marked = home.perform(LinkMessages.setAlias(index, wanted.wayHome().alias()));
        return marked.done()
                ? answer(home.perform(
                        LinkMessages.move(index, there.fdNumber(), wanted.name().text())))
                : answer(marked);
    }

    /** It is in the right namespace, if perhaps under another name. */
    private KernelOutcome settle(NetlinkSocket there, Link link, MovedLink wanted) {
        if (!link.alias().equals(wanted.wayHome().alias())) {
            return new KernelOutcome.Occupied(
                    step, link.name() + " in " + wanted.ns() + " is another's: alias \"" + link.alias() + "\"");
        }
        if (link.name().equals(wanted.name())) {
            return Answers.DONE;
        }
        if (LinkLookup.find(there, wanted.name()).isPresent()) {
            return occupied(wanted.name(), wanted.ns());
        }
        return performAll(
                there,
                LinkMessages.setDown(link.index()),
                LinkMessages.rename(link.index(), wanted.name().text()));
    }

    /** Wherever it is found, in the namespace that it was lent to or at home already. */
    KernelOutcome bringHome(MovedLink moved) {
        var lent = inside(moved);
        if (lent.isPresent()) {
            var outcome = sendHome(moved, lent.get());
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return outcome;
            }
        }
        return restore(moved.home(), moved.mac(), moved.wayHome());
    }

    private Optional<Link> inside(MovedLink moved) {
        try {
            return LinkLookup.hardware(conversation.with(moved.ns()), moved.name(), moved.mac())
                    .filter(link -> link.alias().equals(moved.wayHome().alias()));
        } catch (NoSuchNamespaceException gone) {
            return Optional.empty();
        }
    }

    private KernelOutcome sendHome(MovedLink moved, Link lent) {
        try {
            var home = conversation.in(moved.home());
            boolean taken = LinkLookup.find(home.socket(), moved.homeName()).isPresent();
            var name = taken ? ANY_NAME : moved.homeName().text();
            return answer(
                    conversation.with(moved.ns()).perform(LinkMessages.move(lent.index(), home.fdNumber(), name)));
        } catch (NoSuchNamespaceException none) {
            return new KernelOutcome.NoSuchNamespace(none.ns(), none.words());
        }
    }

    /** Nothing is done to a link that does not carry just this mark. */
    KernelOutcome restore(NetNs ns, Mac mac, WayHome wayHome) {
        var socket = conversation.with(ns);
        return LinkLookup.hardware(socket, wayHome.homeName(), mac)
                .filter(link -> link.alias().equals(wayHome.alias()))
                .map(link -> restore(socket, link, wayHome.homeName()))
                .orElse(Answers.DONE);
    }

    private KernelOutcome restore(NetlinkSocket socket, Link link, LinkName homeName) {
        var messages = new ArrayList<Message>();
        messages.add(LinkMessages.setDown(link.index()));
        for (var seen : socket.dump(
                AddressMessages.list(),
                reply -> AddressMessages.read(reply).stream().toList())) {
            if (seen.linkIndex() == link.index()) {
                messages.add(removal(seen));
            }
        }
        if (!link.name().equals(homeName) && LinkLookup.find(socket, homeName).isEmpty()) {
            messages.add(LinkMessages.rename(link.index(), homeName.text()));
        }
        messages.add(LinkMessages.setAlias(link.index(), ""));
        return performAll(socket, messages.toArray(Message[]::new));
    }

    private static Message removal(SeenAddress seen) {
        return AddressMessages.remove(seen.address(), seen.linkIndex());
    }

    /** One after the other: the mark must not go before the rest is done. What is gone already is no obstacle. */
    private KernelOutcome performAll(NetlinkSocket socket, Message... messages) {
        for (var message : messages) {
            var ack = socket.perform(message);
            if (!ack.done() && !Answers.absent(ack.errno())) {
                return answer(ack);
            }
        }
        return Answers.DONE;
    }

    private KernelOutcome answer(Ack ack) {
        return Answers.toMaking(step, ack);
    }

    private KernelOutcome refused(String words) {
        return new KernelOutcome.Refused(step, words);
    }

    private KernelOutcome occupied(LinkName name, NetNs ns) {
        return new KernelOutcome.Occupied(step, "another link is called " + name + " in " + ns);
    }
}
