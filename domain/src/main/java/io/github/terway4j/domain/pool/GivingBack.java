package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What goes when too many addresses stand idle: whole ENIs where nobody is served, for they cost the instance a place,
 * and only then single addresses; the last ENI first, so that every pass agrees on which.
 */
final class GivingBack {
    private GivingBack() {}

    static List<PoolAction> actions(int surplus, PoolLimits limits, PoolView view) {
        var actions = new ArrayList<PoolAction>();
        var staying = new ArrayList<Holding>();
        var left = surplus;
        for (var holding : leastMissedFirst(view)) {
            var idle = holding.idle(limits);
            if (holding.serving() == 0 && holding.stays() && idle <= left) {
                ending(holding).ifPresent(actions::add);
                left -= idle;
            } else {
                staying.add(holding);
            }
        }
        for (var holding : staying) {
            if (holding.is(EniStatus.IN_USE)) {
                var count = Math.min(left, Math.min(holding.spare(limits), PoolPlanner.BATCH));
                if (count > 0) {
                    actions.add(new PoolAction.UnassignAddresses(holding.eni().id(), highest(holding, count, limits)));
                }
                left -= count;
            }
        }
        return Stream.concat(actions.stream(), PoolPlanner.attachments(staying)).toList();
    }

    /** ENIs that are not attached yet cost least to lose; of others the last goes first. */
    private static List<Holding> leastMissedFirst(PoolView view) {
        return view.holdings().reversed().stream()
                .sorted(Comparator.comparing(holding -> !holding.is(EniStatus.AVAILABLE)))
                .toList();
    }

    private static Optional<PoolAction> ending(Holding holding) {
        var eni = holding.eni();
        return switch (eni.status()) {
            case IN_USE -> Optional.of(new PoolAction.DetachEni(eni.id()));
            case AVAILABLE -> Optional.of(new PoolAction.DeleteEni(eni.id()));
            case ATTACHING, DETACHING, DELETING -> Optional.empty();
        };
    }

    /** Unheld addresses that can go without the ENI, the highest first, as many of each family. */
    private static List<Ip> highest(Holding holding, int count, PoolLimits limits) {
        return limits.families().stream()
                .flatMap(family ->
                        holding.spare(family).sorted(Comparator.reverseOrder()).limit(count))
                .toList();
    }
}
