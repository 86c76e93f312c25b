package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;

/** Draws what becomes of links after they have come, and what is given to them. */
final class OddLinks {
    private static final LinkName LOOPBACK = new LinkName("lo");
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final int MEGABIT_IN_BYTES = 125_000;

    private final Dice dice;
    private final Draft draft;
    private final Destinations destinations;

    OddLinks(Dice dice, Draft draft, Destinations destinations) {
        this.dice = dice;
        this.draft = draft;
        this.destinations = destinations;
    }

    KernelObject address(End end, IpFamily family) {
        var ip = destinations.ip(family);
        return end.address(new InterfaceAddress(
                ip, dice.any(family == IpFamily.V4 ? List.of(32, 24, 30, 8) : List.of(128, 96, 64))));
    }

    KernelObject neighbour(End end, IpFamily family) {
        var ip = destinations.ip(family);
        var other = dice.happens(70) ? draft.opposite(end) : dice.any(draft.ends());
        return new KernelObject.Neighbour(end.ns(), end.link(), ip, other.mac());
    }

    KernelObject mtu(End end) {
        return new KernelObject.LinkMtu(end.ns(), end.link(), new Mtu(dice.any(Cabling.MTUS)));
    }

    Deed down(End end) {
        return new Deed.TurnDown(end.ns(), dice.happens(10) ? LOOPBACK : end.link());
    }

    KernelObject odd(End end) {
        return switch (dice.number(0, 3)) {
            case 0 -> shaper(end);
            case 1 -> addressOfLoopback(end);
            // The same again, or another where one stands.
            default ->
                dice.happens(50) ? end.pairWith(draft.opposite(end), new Mtu(dice.any(Cabling.MTUS))) : another(end);
        };
    }

    private KernelObject shaper(End end) {
        var rate = new Rate(dice.number(1L, 1000L) * MEGABIT_IN_BYTES);
        return new KernelObject.Shaper(end.ns(), end.link(), Tbf.shaping(rate, new Mtu(1500)));
    }

    private KernelObject addressOfLoopback(End end) {
        var family = dice.happens(70) ? IpFamily.V4 : IpFamily.V6;
        var ip = destinations.ip(family);
        int length = dice.any(family == IpFamily.V4 ? List.of(32, 24) : List.of(128, 96));
        return new KernelObject.Address(end.ns(), LOOPBACK, new InterfaceAddress(ip, length));
    }

    private KernelObject another(End end) {
        var other = End.of(
                dice.any(draft.namespaces()), dice.any(draft.ends()).link().text(), 99, draft.deedsSoFar());
        return end.pairWith(other, new Mtu(1500));
    }

    /** For one of two, under its own name or another's. */
    KernelObject moved(End end) {
        return new KernelObject.MovedLink(
                dice.any(draft.namespaces()),
                dice.happens(50) ? end.link() : dice.any(draft.ends()).link(),
                end.mac(),
                end.ns(),
                end.link(),
                new AttachmentKey(dice.happens(50) ? "one" : "two", ETH0));
    }
}
