package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        for (var left = surplus; left > 0; ) {
            var call = Math.min(left, perCall);
            var loss = filling(call).or(this::largest);
            if (loss.isEmpty()) {
                break;
            }
            left -= loss.get().take(call);
        }
        return losses.reversed().stream().filter(loss -> loss.count > 0).toList();
    }

    private Optional<Loss> filling(int call) {
        return losses.stream()
                .filter(loss -> loss.left() >= call)
                .min(Comparator.comparingInt(loss -> loss.stand.serving()));
    }

    private Optional<Loss> largest() {
        return losses.stream().filter(loss -> loss.left() > 0).max(Comparator.comparingInt(Loss::left));
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
