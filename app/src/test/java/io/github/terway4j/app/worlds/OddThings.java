package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.IpFamily;

/** Draws things that may or may not make sense. */
final class OddThings {
    private final Dice dice;
    private final Extent extent;
    private final Draft draft;
    private final OddRouting routing;
    private final OddLinks links;
    private final OddSettings settings;
    private final OddFilters filters;

    OddThings(Dice dice, Extent extent, Draft draft, Destinations destinations, OddRouting routing) {
        this.dice = dice;
        this.extent = extent;
        this.draft = draft;
        this.routing = routing;
        links = new OddLinks(dice, draft, destinations);
        settings = new OddSettings(dice);
        filters = new OddFilters(dice, draft, destinations);
    }

    void doOne() {
        var end = dice.any(draft.ends());
        var family = dice.family();
        if (extent == Extent.FULL && dice.happens(30)) {
            draft.make(filters.filterOrQueueing(end, family));
        } else {
            draft.add(deed(end, family));
        }
    }

    private Deed deed(End end, IpFamily family) {
        return switch (dice.number(0, 20)) {
            case 0, 1 -> make(links.address(end, family));
            case 2, 3 -> make(routing.route(end, family));
            case 4, 5, 6 -> make(routing.rule(end, family));
            case 7 -> make(links.neighbour(end, family));
            case 8, 9 -> make(settings.setting(end));
            case 10 -> make(links.mtu(end));
            case 11 -> links.down(end);
            case 12 -> make(new KernelObject.LinkUp(end.ns(), end.link()));
            case 13 -> make(links.odd(end));
            case 14, 15 -> routing.refusal(end, family);
            case 16 -> make(links.moved(end));
            default -> new Deed.Take(undoing(end));
        };
    }

    /** Takes back something that was made before, of any namespace, or one like it. */
    private KernelStep undoing(End end) {
        var object = dice.any(draft.made());
        if (object instanceof KernelObject.VethPair && dice.happens(70)) {
            return dice.happens(50)
                    ? new KernelStep.Retire(end.ns(), end.link(), "")
                    : new KernelStep.ReapRetired(end.ns());
        }
        return object instanceof KernelObject.MovedLink moved && dice.happens(30)
                ? new KernelStep.Restore(dice.any(draft.namespaces()), moved.mac(), moved.wayHome())
                : new KernelStep.Remove(object);
    }

    private static Deed make(KernelObject object) {
        return new Deed.Take(new KernelStep.Make(object));
    }
}
