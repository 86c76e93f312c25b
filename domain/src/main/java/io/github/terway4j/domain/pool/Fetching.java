package io.github.terway4j.domain.pool;

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
        var growth = new Growth(limits, roads);
        var arriving = growth.attach(stands);
        var missing = lack;
        for (var stand : stands) {
            var room = growth.room(stand);
            missing -= growth.fill(stand, grain == Goal.Grain.ENI ? room : Math.min(missing, room));
        }
        var births = new Births(limits, view.birthplaces(), roads, grain, Trunk.isMissing(limits, stands));
        var most = limits.most(view.holdings().size() - stands.size());
        var shortfall = births.plan(missing, patient, stands.size(), most, arriving);
        growth.actions().addAll(births.actions());
        return new PoolPlan(growth.actions(), List.of(), shortfall);
    }
}
