package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.quota.Urgency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trunk that the operator wants. The first ENI that is made becomes one; where none has to be made, it is made for
 * itself. Where every place is taken, an ENI that nobody is on makes way for it.
 */
final class Trunk {
    private final PoolLimits limits;
    private final PoolView view;
    private final Roads roads;

    Trunk(PoolLimits limits, PoolView view, Roads roads) {
        this.limits = limits;
        this.view = view;
        this.roads = roads;
    }

    static boolean isMissing(PoolLimits limits, List<Stand> stands) {
        return limits.trunk()
                && stands.stream()
                        .noneMatch(stand -> stand.wanted() && stand.holding().stays());
    }

    /**
     * An ENI that makes way for it, where every place is taken and nobody waits: one that is on its way out already before
     * one that is not.
     */
    Optional<Stand> makesWay(List<Stand> stands) {
        if (!isMissing(limits, stands)
                || stands.size() < most()
                || view.starving(limits.wish()) > 0
                || stands.stream().anyMatch(stand -> !stand.holding().stays())) {
            return Optional.empty();
        }
        return stands.stream()
                .filter(Stand::mayGo)
                .min(Comparator.comparing(stand -> !stand.holding().is(EniStatus.AVAILABLE)));
    }

    /** The plan, and what brings the trunk besides. */
    PoolPlan with(PoolPlan plan, List<Stand> stands) {
        if (!isMissing(limits, stands)
                || stands.size() >= most()
                || plan.actions().stream().anyMatch(PoolAction.CreateEni.class::isInstance)) {
            return plan;
        }
        var arriving = (int) stands.stream()
                .filter(stand -> stand.holding().is(EniStatus.ATTACHING))
                .count();
        var births = new Births(limits, view.birthplaces(), roads, Goal.Grain.ADDRESS, true);
        births.plan(1, 1, stands.size(), most(), arriving);
        return plan.and(
                births.actions(),
                // No member can come before it has.
                view.starving(EniWish.MEMBER) > 0 ? Urgency.WAITING_POD : Urgency.WARM_UP);
    }

    private int most() {
        return limits.most(view.beside(limits.wish()));
    }
}
