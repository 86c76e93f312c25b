package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done though nothing lacks and nothing is too much: ENIs that wait are attached, and an ENI that has fewer
 * addresses of one family than of another is made even. Up to the upper mark that is done by adding, beyond it by taking
 * away, or every pass would undo what the last one did.
 */
final class Upkeep {
    private final Growth growth;
    private final Farewell farewell;

    Upkeep(PoolLimits limits, Roads roads) {
        growth = new Growth(limits, roads);
        farewell = new Farewell(limits.pace(), roads);
    }

    /** @param allowed how many more may stand idle */
    PoolPlan plan(int allowed, Goal.Grain grain, List<Stand> stands) {
        growth.attach(stands);
        var left = allowed;
        for (var stand : stands) {
            switch (grain) {
                case ENI -> growth.fill(stand, growth.room(stand));
                case ADDRESS -> {
                    var uneven = growth.uneven(stand);
                    if (uneven > left) {
                        trim(stand, left);
                    }
                    left -= growth.fill(stand, Math.min(uneven, left));
                }
            }
        }
        growth.actions().addAll(farewell.actions());
        return new PoolPlan(growth.actions(), farewell.marks(), Optional.empty());
    }

    private void trim(Stand stand, int more) {
        if (stand.holding().is(EniStatus.IN_USE)) {
            for (var tally : stand.tallies()) {
                var useless = tally.idle() - stand.idle() - more;
                if (useless > 0 && !tally.block()) {
                    farewell.to(stand, tally.family(), useless);
                }
            }
        }
    }
}
