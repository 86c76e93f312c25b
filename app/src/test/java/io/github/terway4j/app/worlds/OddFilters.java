package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.VlanId;
import java.util.List;

/** Draws what stands at the doors of links: filters and queues. */
final class OddFilters {
    private static final int EGRESS_PRIORITIES = 10;

    private final Dice dice;
    private final Draft draft;
    private final Destinations destinations;

    OddFilters(Dice dice, Draft draft, Destinations destinations) {
        this.dice = dice;
        this.draft = draft;
        this.destinations = destinations;
    }

    KernelObject filterOrQueueing(End end, IpFamily family) {
        return dice.happens(75) ? filter(end, family) : queueing(end);
    }

    private KernelObject filter(End end, IpFamily family) {
        var match = match(family);
        var action = action(end);
        var hook = dice.happens(60) ? Hook.EGRESS : Hook.INGRESS;
        int priority = dice.number(1, 4) + (hook == Hook.EGRESS ? EGRESS_PRIORITIES : 0);
        return new KernelObject.Filter(end.ns(), end.link(), hook, priority, match, action);
    }

    private FilterMatch match(IpFamily family) {
        return switch (dice.number(0, 5)) {
            case 0 -> new FilterMatch.Tagged();
            case 1, 2 -> new FilterMatch.From(destinations.network(family));
            default -> new FilterMatch.To(destinations.network(family));
        };
    }

    private FilterAction action(End end) {
        return switch (dice.number(0, 5)) {
            case 0 -> new FilterAction.PopTag();
            case 1 -> new FilterAction.PushTag(new VlanId(dice.number(2, 4)));
            case 2 -> new FilterAction.Prioritise(dice.any(List.of(Band.values())));
            default ->
                new FilterAction.RedirectIn(dice.any(draft.endsIn(end.ns())).link());
        };
    }

    private KernelObject queueing(End end) {
        return new KernelObject.Queueing(end.ns(), end.link(), dice.any(List.of(QueueDiscipline.values())));
    }
}
