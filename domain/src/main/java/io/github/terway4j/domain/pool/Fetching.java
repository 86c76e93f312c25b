package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import java.util.ArrayList;
import java.util.List;

/** What brings more addresses: ENIs that wait are attached, attached ones are filled, and only then new ones made. */
final class Fetching {
    private final PoolLimits limits;
    private final PoolView view;
    private final Roads roads;

    Fetching(PoolLimits limits, PoolView view, Roads roads) {
        this.limits = limits;
        this.view = view;
        this.roads = roads;
    }

    /** @param patient how many of the lacking addresses shall stand ready, and nobody waits for */
    PoolPlan plan(int lack, int patient, Goal.Grain grain, List<Stand> stands) {
        var growth = new Growth(limits, roads, view.birthplaces());
        var arriving = growth.attach(stands);
        var missing = lack;
        var unfilled = new ArrayList<Stand>();
        for (var stand : stands) {
            var room = growth.room(stand);
            var wanted = grain == Goal.Grain.ENI ? room : Math.min(missing, room);
            var filled = growth.fill(stand, wanted);
            missing -= filled;
            if (filled < wanted) {
                unfilled.add(stand);
            }
        }
        var births = new Births(limits, view.birthplaces(), roads, grain, Trunk.isMissing(limits, stands));
        var most = limits.most(view.beside(limits.wish()));
        var shortfall = births.plan(missing, patient, stands.size(), most, arriving);
        growth.actions().addAll(births.actions());
        return new PoolPlan(
                growth.actions(), List.of(), shortfall.map(found -> isFull(found) ? full(found, unfilled) : found));
    }

    private static boolean isFull(Shortfall found) {
        return found instanceof Shortfall.NodeFull
                || found instanceof Shortfall.RdmaFull
                || found instanceof Shortfall.MembersFull
                || found instanceof Shortfall.WholeFull;
    }

    /** No ENI more may be made; but perhaps those that there are could be filled, if something did not keep us from it. */
    private Shortfall full(Shortfall found, List<Stand> unfilled) {
        var roomy = unfilled.stream()
                .map(Stand::holding)
                .filter(holding -> holding.stays() || holding.lost())
                .toList();
        var dry = roomy.stream()
                .filter(Holding::stays)
                .map(holding -> holding.eni().vSwitch())
                .filter(vSwitch -> !roads.open(vSwitch))
                .distinct()
                .toList();
        var others = roomy.stream()
                .map(Holding::eni)
                .filter(eni -> !dry.contains(eni.vSwitch()))
                .map(Eni::id)
                .toList();
        return roomy.isEmpty()
                ? found
                : roads.refusal(found.missing(), CloudOperation.ASSIGN)
                        .orElseGet(() -> new Shortfall.Unfilled(found.missing(), dry, others));
    }
}
