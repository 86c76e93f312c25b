package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/** Draws what is sent: mostly to somebody elsewhere, and half of it among neighbours where links stand on others. */
final class ShotMaker {
    private final Dice dice;
    private final Draft draft;
    private final Destinations destinations;

    ShotMaker(Dice dice, Draft draft, Destinations destinations) {
        this.dice = dice;
        this.draft = draft;
        this.destinations = destinations;
    }

    Shot shot() {
        var family = dice.family();
        return draft.stacked().isEmpty() || dice.happens(50)
                ? toAnybody(family)
                : amongNeighbours(dice.any(draft.stacked()), family);
    }

    private Shot amongNeighbours(End end, IpFamily family) {
        return new Shot(
                dice.any(List.of(Shot.Kind.values())),
                end.ns(),
                dice.happens(60) ? unspecified(family) : end.ip(family),
                dice.any(draft.neighboursOf(end)).ip(family));
    }

    private Shot toAnybody(IpFamily family) {
        var from = dice.any(draft.ends()).ns();
        var own = draft.endsIn(from);
        var source = switch (dice.number(0, 10)) {
            case 0, 1, 2, 3, 4 -> unspecified(family);
            case 5 -> dice.happens(40) ? destinations.ip(family) : dice.any(own).ip(family);
            default -> dice.any(own).ip(family);
        };
        var kind = dice.happens(70) ? Shot.Kind.DATAGRAM : Shot.Kind.CONNECTION;
        var destination = dice.happens(90)
                ? dice.any(dice.happens(70) ? draft.strangersTo(from) : draft.ends())
                        .ip(family)
                : destinations.ip(family);
        return new Shot(kind, from, source, destination);
    }

    private static Ip unspecified(IpFamily family) {
        return new Ip(family, 0, 0);
    }
}
