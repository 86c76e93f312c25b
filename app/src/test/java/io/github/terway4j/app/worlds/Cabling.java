package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the links of a world: cables, and what stands on their ends. */
final class Cabling {
    static final List<Integer> MTUS = List.of(1500, 1400, 1280, 1000);

    private final Dice dice;
    private final Draft draft;

    Cabling(Dice dice, Draft draft) {
        this.dice = dice;
        this.draft = draft;
    }

    void layCables() {
        int cables = dice.number(1, draft.namespaces().size() + 3);
        IntStream.range(0, cables).forEach(this::lay);
    }

    /** The first cables join all namespaces, the others any two, or one with itself. */
    private void lay(int cable) {
        var namespaces = draft.namespaces();
        boolean joins = cable < namespaces.size() - 1;
        var here = joins ? namespaces.get(dice.number(0, cable + 1)) : dice.any(namespaces);
        var there = joins ? namespaces.get(cable + 1) : dice.any(namespaces);
        var first = End.of(here, "x" + cable, cable, 1);
        var second = End.of(there, "y" + cable, cable, 2);
        draft.add(first);
        draft.add(second);
        draft.make(first.pairWith(second, new Mtu(dice.happens(85) ? 1500 : dice.any(MTUS))));
    }

    void standOnSome() {
        // They come to be whether what they stand on is up or not, but for a VLAN to come up that must be.
        draft.ends().stream()
                .filter(_ -> dice.happens(90))
                .forEach(end -> draft.make(new KernelObject.LinkUp(end.ns(), end.link())));
        // Not on each other: whether carrier is lost through two of them depends on the kernel's version.
        var cables = List.copyOf(draft.ends());
        int number = dice.number(2, 5);
        IntStream.range(0, number).forEach(i -> stand(i, dice.any(cables)));
    }

    private void stand(int number, End parent) {
        if (dice.happens(60)) {
            enslave(number, parent);
        } else {
            tag(number, parent);
        }
    }

    /** A slave among its parent's neighbours. */
    private void enslave(int number, End parent) {
        var slave = End.of(dice.any(draft.namespaces()), "i" + number, parent.cable(), 10 + number, parent.mac());
        draft.addStacked(slave);
        draft.make(new KernelObject.IpvlanLink(
                slave.ns(), slave.link(), parent.ns(), parent.link(), dice.happens(70) ? Arp.ON : Arp.OFF, ""));
    }

    /** VLANs on both ends of a cable, mostly of one tag. */
    private void tag(int number, End parent) {
        var other = draft.opposite(parent);
        var id = new VlanId(dice.number(2, 4));
        var here = standingOn(parent, "v" + number, number, 1);
        var there = standingOn(other, "w" + number, number, 2);
        draft.addStacked(here);
        draft.addStacked(there);
        draft.make(vlan(here, parent, id));
        draft.make(vlan(there, other, dice.happens(85) ? id : new VlanId(7)));
    }

    private End standingOn(End parent, String name, int number, int end) {
        var ns = dice.happens(70) ? parent.ns() : dice.any(draft.namespaces());
        return End.of(ns, name, 50 + number, end, parent.mac());
    }

    private static KernelObject vlan(End vlan, End parent, VlanId id) {
        return new KernelObject.VlanLink(vlan.ns(), vlan.link(), parent.ns(), parent.link(), id, "");
    }
}
