package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How many addresses, or prefixes, each ENI loses that does not go as a whole: one call after the other, each as full as
 * can be, and of ENIs that fill it from the one that serves fewest, which may soon be empty.
 */
final class Thinning {
    private final int perCall;
    private final List<Loss> losses;

    Thinning(List<Stand> stands, ToIntFunction<Stand> spare, Pace pace) {
        perCall = pace.addressesPerCall();
        // The last first, so that every pass agrees on which.
        losses = stands.reversed().stream()
                .filter(stand -> stand.holding().is(EniStatus.IN_USE))
                .map(stand -> new Loss(stand, spare.applyAsInt(stand)))
                .toList();
    }

    List<Loss> of(int surplus) {
        var left = surplus;
        while (left > 0 && !losses.isEmpty()) {
            var call = Math.min(left, perCall);
            var loss = best(call);
            if (loss.left() == 0) {
                break;
            }
            left -= loss.take(call);
        }
        return losses.reversed().stream().filter(loss -> loss.count > 0).toList();
    }

    private Loss best(int call) {
        var best = losses.getFirst();
        for (var loss : losses) {
            best = loss.isBetter(best, call) ? loss : best;
        }
        return best;
    }

    /** What one ENI loses. */
    static final class Loss {
        private final Stand stand;
        private final int spare;
        private int count;

        private Loss(Stand stand, int spare) {
            this.stand = stand;
            this.spare = spare;
        }

        Stand stand() {
            return stand;
        }

        int count() {
            return count;
        }

        /** Two that fill the call differ by whom they serve, two that do not by how far they do. */
        private boolean isBetter(Loss other, int call) {
            var byFilling = Integer.compare(Math.min(left(), call), Math.min(other.left(), call));
            return byFilling != 0 ? byFilling > 0 : stand.serving() < other.stand.serving();
        }

        private int left() {
            return spare - count;
        }

        private int take(int most) {
            var few = Math.min(most, left());
            count += few;
            return few;
        }
    }
}
