package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.simulator.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/** Draws routes, what refuses, and rules, of any sort. */
final class OddRouting {
    static final int PROTOCOL = 84;

    private static final List<Integer> TABLES =
            List.of(RouteTables.MAIN, RouteTables.MAIN, 10, 20, 1001, RouteTables.LOCAL);
    private static final List<Integer> PRIORITIES = List.of(5, 512, 512, 1000, 2048, 2048, 32_766, 40_000);
    private static final List<Refusal> REFUSALS = List.of(Refusal.values());
    /** The last two are those of packets without a mark. */
    private static final List<Mark> MARKS =
            List.of(new Mark(0x10, 0xf0), new Mark(1, -1), new Mark(0, 0xf0), new Mark(0, 1));

    private static final LinkName LOOPBACK = new LinkName("lo");

    private final Dice dice;
    private final Draft draft;
    private final Destinations destinations;

    OddRouting(Dice dice, Draft draft, Destinations destinations) {
        this.dice = dice;
        this.draft = draft;
        this.destinations = destinations;
    }

    int table() {
        return dice.any(TABLES);
    }

    Cidr destination(IpFamily family) {
        return destinations.network(family);
    }

    KernelObject route(End end, IpFamily family) {
        return new KernelObject.Route(end.ns(), table(), destination(family), hop(end, family), PROTOCOL);
    }

    private NextHop hop(End end, IpFamily family) {
        return switch (dice.number(0, 6)) {
            case 0 -> new NextHop.Blackhole();
            case 1, 2 -> new NextHop.Direct(end.link());
            case 3 -> new NextHop.Via(destinations.ip(family), end.link());
            default -> new NextHop.Via(draft.opposite(end).ip(family), end.link());
        };
    }

    Deed refusal(End end, IpFamily family) {
        return new Deed.Refuse(end.ns(), table(), destination(family), dice.any(REFUSALS));
    }

    KernelObject rule(End end, IpFamily family) {
        var selector = new RuleSelector(
                dice.happens(50) ? Cidr.any(family) : destination(family),
                dice.happens(50) ? Cidr.any(family) : destination(family),
                dice.happens(60) ? Optional.empty() : Optional.of(dice.happens(15) ? LOOPBACK : end.link()),
                dice.happens(85) ? Optional.empty() : Optional.of(end.link()),
                dice.happens(85) ? Optional.empty() : Optional.of(dice.any(MARKS)));
        int priority = dice.any(PRIORITIES);
        var action = dice.happens(15) ? new RuleAction.Blackhole() : new RuleAction.Lookup(table());
        return new KernelObject.Rule(end.ns(), priority, selector, action, PROTOCOL);
    }
}
