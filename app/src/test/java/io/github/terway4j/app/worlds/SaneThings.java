package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;

/** What somebody sane would do: forward, give both ends of a cable addresses, and lead to elsewhere through the other end. */
final class SaneThings {
    private final Dice dice;
    private final Draft draft;
    private final OddRouting routing;

    SaneThings(Dice dice, Draft draft, OddRouting routing) {
        this.dice = dice;
        this.draft = draft;
        this.routing = routing;
    }

    void doMost() {
        draft.namespaces().stream().filter(_ -> dice.happens(70)).forEach(this::forward);
        draft.ends().stream().filter(_ -> dice.happens(85)).forEach(this::dress);
        for (var family : IpFamily.values()) {
            draft.ends().stream().filter(_ -> dice.happens(70)).forEach(end -> lead(end, family));
        }
    }

    private void forward(NetNs ns) {
        draft.make(new KernelObject.Sysctl(ns, "net/ipv4/ip_forward", "1"));
        draft.make(new KernelObject.Sysctl(ns, "net/ipv6/conf/all/forwarding", "1"));
    }

    private void dress(End end) {
        var deeds = new ArrayList<KernelObject>();
        deeds.add(new KernelObject.LinkUp(end.ns(), end.link()));
        if (dice.happens(85)) {
            int length = dice.happens(70) ? 24 : dice.any(List.of(32, 31, 30, 16));
            deeds.add(end.address(new InterfaceAddress(end.v4(), length)));
        }
        if (dice.happens(75)) {
            int length = dice.happens(70) ? 96 : dice.any(List.of(128, 127, 64));
            deeds.add(end.address(new InterfaceAddress(end.v6(), length)));
        }
        // An address may come before its link is up.
        if (dice.happens(20)) {
            deeds.add(deeds.removeFirst());
        }
        deeds.forEach(draft::make);
    }

    /** A way to somewhere else through the neighbour at the other end. */
    private void lead(End end, IpFamily family) {
        int table = dice.happens(75) ? RouteTables.MAIN : routing.table();
        var destination = dice.happens(60) ? Cidr.any(family) : routing.destination(family);
        var hop = new NextHop.Via(draft.opposite(end).ip(family), end.link());
        draft.make(new KernelObject.Route(end.ns(), table, destination, hop, OddRouting.PROTOCOL));
    }
}
