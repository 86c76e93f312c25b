package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws worlds: namespaces joined by cables, most of which have addresses at both ends as somebody sane would give them;
 * and then all sorts of things that may or may not make sense. The same seed makes the same world.
 */
final class WorldMaker {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final LinkName LOOPBACK = new LinkName("lo");
    private static final int SHOTS = 8;
    private static final int MOST_ODD_THINGS = 13;

    private final Dice dice;
    private final Extent extent;
    private final Draft draft;

    private WorldMaker(Dice dice, Extent extent) {
        this.dice = dice;
        this.extent = extent;
        draft = new Draft(NAMES.subList(0, dice.number(2, NAMES.size() + 1)).stream()
                .map(World::ns)
                .toList());
    }

    static World draw(long seed, Extent extent) {
        return new WorldMaker(new Dice(seed), extent).world();
    }

    private World world() {
        draft.namespaces().stream()
                .filter(_ -> dice.happens(90))
                .forEach(ns -> draft.make(new KernelObject.LinkUp(ns, LOOPBACK)));
        var cabling = new Cabling(dice, draft);
        cabling.layCables();
        if (extent == Extent.FULL) {
            cabling.standOnSome();
        }
        var destinations = new Destinations(dice, draft);
        var routing = new OddRouting(dice, draft, destinations);
        new SaneThings(dice, draft, routing).doMost();
        var odd = new OddThings(dice, extent, draft, destinations, routing);
        int oddThings = dice.number(0, MOST_ODD_THINGS + 1);
        IntStream.range(0, oddThings).forEach(_ -> odd.doOne());
        var shots = new ShotMaker(dice, draft, destinations);
        return draft.with(IntStream.range(0, SHOTS).mapToObj(_ -> shots.shot()).toList());
    }
}
