package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Room for an ENI that shall be one pod's alone, where every place is taken: of those that pods share, one that nobody is
 * on goes, unless somebody waits for its addresses, too.
 */
final class MakingWay {
    private final PoolLimits limits;
    private final PoolLimits quota;
    private final PoolView view;
    private final Roads roads;

    /**
     * @param limits of those that pods share
     * @param quota of those that are one pod's alone
     */
    MakingWay(PoolLimits limits, PoolLimits quota, PoolView view, Roads roads) {
        this.limits = limits;
        this.quota = quota;
        this.view = view;
        this.roads = roads;
    }

    /** What is to be done before anything else is, beside what is planned for those that are one pod's alone. */
    Optional<PoolPlan> beside(PoolPlan theirs) {
        if (!(theirs.shortfall().orElse(null) instanceof Shortfall.WholeFull)
                || view.count(EniWish.WHOLE) >= quota.maxEnis()
                || view.starving(EniWish.ANY) > 0) {
            return Optional.empty();
        }
        var stands = Supply.stands(view, limits);
        if (stands.stream().anyMatch(stand -> !stand.holding().stays())) {
            return Optional.of(theirs.missingNothing());
        }
        return stands.stream()
                .filter(Stand::mayGo)
                // One that is on its way out already before one that is not.
                .min(Comparator.comparing(stand -> !stand.holding().is(EniStatus.AVAILABLE)))
                .map(stand -> theirs.missingNothing().and(new GivingBack(limits, roads).plan(List.of(stand))));
    }
}
