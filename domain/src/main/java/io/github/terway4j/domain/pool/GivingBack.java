package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goes when too many addresses stand idle, by the fewest calls: whole ENIs where nobody is served, for two calls
 * take all their addresses and free a place; then single addresses, in as full calls as can be.
 */
final class GivingBack {
    private final PoolLimits limits;
    private final Roads roads;
    private final Farewell farewell;

    GivingBack(PoolLimits limits, Roads roads) {
        this.limits = limits;
        this.roads = roads;
        farewell = new Farewell(limits.pace(), roads);
    }

    PoolPlan plan(int surplus, Goal.Grain grain, List<Stand> stands) {
        var staying = new ArrayList<>(stands);
        var left = surplus;
        for (var stand : leastMissedFirst(stands)) {
            if (stand.mayGo() && stand.idle() <= left && farewell.isPossible(stand)) {
                farewell.to(stand);
                staying.remove(stand);
                left -= stand.idle();
            }
        }
        var growth = new Growth(limits, roads);
        growth.attach(staying);
        switch (grain) {
            case ADDRESS -> {
                if (!limits.wholeEnis()) {
                    thin(left, staying);
                }
            }
            case ENI -> staying.forEach(stand -> growth.fill(stand, growth.room(stand)));
        }
        growth.actions().addAll(farewell.actions());
        return new PoolPlan(growth.actions(), farewell.marks(), Optional.empty());
    }

    private void thin(int surplus, List<Stand> staying) {
        var perPrefix = Portion.PREFIX.ipv4Addresses();
        var willing = staying.stream()
                .filter(stand -> roads.open(stand.holding().eni().id()))
                .toList();
        var left = surplus;
        // Where prefixes are wanted no more, one that is not all too much goes, too; single ones come in its place.
        var blocks = switch (limits.portion()) {
            case PREFIX -> surplus / perPrefix;
            case ADDRESS -> Math.ceilDiv(surplus, perPrefix);
        };
        for (var loss : new Thinning(willing, Stand::spareBlocks, limits.pace()).of(blocks)) {
            farewell.toBlocks(loss.stand(), loss.count());
            left -= loss.count() * perPrefix;
        }
        for (var loss : new Thinning(willing, Stand::spare, limits.pace()).of(left)) {
            farewell.to(loss.stand(), loss.count());
        }
    }

    /** ENIs that were made, and that the cloud would not attach, not even when it was asked again after a while. */
    static List<Stand> unattachable(List<Stand> stands, PoolLimits limits, Roads roads) {
        return roads.hopeless(limits.attaching()) && roads.open(CloudOperation.DELETE_ENI)
                ? stands.stream()
                        .filter(stand -> stand.holding().is(EniStatus.AVAILABLE) && stand.mayGo())
                        .toList()
                : List.of();
    }

    PoolPlan plan(List<Stand> unattachable) {
        unattachable.forEach(farewell::to);
        return new PoolPlan(farewell.actions(), farewell.marks(), Optional.empty());
    }

    /** One that is not attached costs one call, not two; of others, the more addresses go with it, the better. */
    private static List<Stand> leastMissedFirst(List<Stand> stands) {
        return stands.reversed().stream()
                .sorted(Comparator.<Stand, Boolean>comparing(
                                stand -> !stand.holding().is(EniStatus.AVAILABLE))
                        .thenComparing(Comparator.comparingInt(Stand::idle).reversed()))
                .toList();
    }
}
