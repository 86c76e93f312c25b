package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Demand, less supply, is what we fetch; supply above the upper mark is what we give back.
 *
 * <p>A burst of N waiting pods asks for N addresses and what the lower mark misses besides, no more; what is on its way
 * counts as here. Cheapest first: fill ENIs that are attached, then make new ones. An ENI that was made and waits is
 * attached, whatever else is planned. Nothing is given back while anybody waits.
 */
public final class PoolPlanner {
    /** The cloud's limit of addresses per call (ECS API, AssignPrivateIpAddresses). */
    public static final int BATCH = 10;

    private PoolPlanner() {}

    public static PoolPlan plan(Watermarks marks, PoolLimits limits, PoolView view) {
        var idle = view.holdings().stream()
                .filter(Holding::stays)
                .mapToInt(holding -> holding.idle(limits))
                .sum();
        // Whoever waits now is not helped by an address that has yet to rest.
        var ready = view.starving() > 0 ? Math.max(0, idle - view.resting()) : idle;
        var lack = view.starving() + marks.min() - ready;
        if (lack > 0) {
            return fetch(lack, limits, view);
        }
        if (view.starving() == 0 && idle > marks.max()) {
            return new PoolPlan(GivingBack.actions(idle - marks.max(), limits, view), Optional.empty());
        }
        return new PoolPlan(
                Stream.concat(attachments(view.holdings()), levelling(limits, view))
                        .toList(),
                Optional.empty());
    }

    private static PoolPlan fetch(int lack, PoolLimits limits, PoolView view) {
        var actions = new ArrayList<>(attachments(view.holdings()).toList());
        var missing = lack;
        for (var holding : view.holdings()) {
            if (holding.stays()) {
                var more = Math.min(missing, holding.room(limits));
                if (holding.is(EniStatus.IN_USE)) {
                    actions.addAll(growth(holding, holding.idle(limits) + more, limits));
                }
                missing -= more;
            }
        }
        return births(missing, limits, view, actions);
    }

    private static PoolPlan births(int missing, PoolLimits limits, PoolView view, List<PoolAction> actions) {
        var enis = view.holdings().size();
        var left = missing;
        while (left > 0) {
            if (enis >= limits.maxEnis()) {
                return new PoolPlan(actions, Optional.of(new Shortfall.NodeFull(left, limits.capacity())));
            }
            if (view.vSwitches().isEmpty()) {
                return new PoolPlan(actions, Optional.of(new Shortfall.NoVSwitch(left)));
            }
            var size = Math.min(Math.min(left, limits.addressesPerEni()), BATCH);
            var ipv6 = limits.families().contains(IpFamily.V6) ? size : 0;
            actions.add(new PoolAction.CreateEni(view.vSwitches().getFirst().id(), size, ipv6));
            enis++;
            left -= limits.addressesPerEni();
        }
        return new PoolPlan(actions, Optional.empty());
    }

    static Stream<PoolAction> attachments(List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> holding.is(EniStatus.AVAILABLE))
                .map(holding -> new PoolAction.AttachEni(holding.eni().id()));
    }

    /** An ENI that has fewer addresses of one family than of another is made even. */
    private static Stream<PoolAction> levelling(PoolLimits limits, PoolView view) {
        return view.holdings().stream()
                .filter(holding -> holding.is(EniStatus.IN_USE))
                .flatMap(holding -> {
                    var largest = limits.families().stream()
                            .mapToInt(family -> holding.eni().count(family))
                            .max()
                            .orElse(0);
                    return growth(holding, largest - holding.serving(), limits).stream();
                });
    }

    /** Brings an attached ENI to {@code idle} unheld addresses of every family, ten a call. */
    private static List<PoolAction> growth(Holding holding, int idle, PoolLimits limits) {
        var actions = new ArrayList<PoolAction>();
        var goal = Math.min(limits.addressesPerEni(), holding.serving() + idle);
        for (var family : limits.families()) {
            for (var left = goal - holding.eni().count(family); left > 0; left -= BATCH) {
                actions.add(new PoolAction.AssignAddresses(holding.eni().id(), family, Math.min(left, BATCH)));
            }
        }
        return actions;
    }
}
