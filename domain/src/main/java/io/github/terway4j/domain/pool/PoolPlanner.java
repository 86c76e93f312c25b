package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniWish;
import java.time.Instant;
import java.util.List;

/**
 * Demand, less supply, is what we fetch; supply above the upper mark is what we give back.
 *
 * <p>A burst of N waiting pods asks for N addresses and what the lower mark misses besides, no more; what is on its way
 * counts as here. Cheapest first: fill ENIs that are attached, then make new ones. An ENI that was made and waits is
 * attached, whatever else is planned. What the cloud refused lately is not asked for again before its time. Nothing is
 * given back while anybody waits, and nothing in the pass that first finds it unwanted. ENIs for RDMA are a pool beside:
 * no pod that has no need of it gets their addresses, and none that has gets others. So are those behind the trunk, and those
 * that are one pod's alone.
 */
public final class PoolPlanner {
    private PoolPlanner() {}

    public static PoolPlan plan(WarmTarget target, PoolLimits limits, PoolView view, Instant now) {
        var roads = new Roads(view.health(), now);
        var members = new Members(limits, view);
        var plan = ofTheInstance(target, limits, view, roads);
        if (!members.areWanted()) {
            return plan;
        }
        var quota = limits.members();
        var theirs = plan(quota.ready(), limits.ofMembers().beside(attaching(plan, view)), view, roads);
        return plan.and(members.behindTheTrunk(theirs));
    }

    /** How many ENIs of the instance itself are on their way in, or about to be. */
    private static int attaching(PoolPlan plan, PoolView view) {
        var planned = plan.actions().stream()
                .filter(action -> action instanceof PoolAction.CreateEni || action instanceof PoolAction.AttachEni)
                .count();
        return (int) planned + view.arriving(EniWish.ANY) + view.arriving(EniWish.RDMA) + view.arriving(EniWish.WHOLE);
    }

    private static PoolPlan ofTheInstance(WarmTarget target, PoolLimits limits, PoolView view, Roads roads) {
        if (!view.knows(EniWish.WHOLE)) {
            return ofSharing(target, limits, view, roads);
        }
        // They come as pods ask for them, and none stands ready.
        var quota = limits.whole(view.count(EniWish.RDMA));
        var theirs = plan(new Watermarks(0, 0), quota, view, roads);
        var way = new MakingWay(limits, quota, view, roads);
        return way.beside(theirs).orElseGet(() -> {
            var born = (int) theirs.actions().stream()
                    .filter(PoolAction.CreateEni.class::isInstance)
                    .count();
            var arriving = theirs.actions().size() + view.arriving(EniWish.WHOLE);
            var left = limits.leaving(view.count(EniWish.WHOLE) + born).beside(arriving);
            return ofSharing(target, left, view, roads).and(theirs);
        });
    }

    /** Of ENIs whose addresses go to many pods. */
    private static PoolPlan ofSharing(WarmTarget target, PoolLimits limits, PoolView view, Roads roads) {
        var rdma = view.count(EniWish.RDMA);
        if (rdma == 0 && view.starving(EniWish.RDMA) == 0) {
            return plan(target, limits, view, roads);
        }
        // Few places are theirs, so they come first; what they have stays theirs while the operator wants them.
        var theirs = plan(new Watermarks(0, limits.rdma().capacity()), limits.rdma(), view, roads);
        var arriving = theirs.actions().size() + view.arriving(EniWish.RDMA);
        return plan(target, limits.beside(arriving), view, roads).and(theirs);
    }

    /** The same for ENIs for one wish. */
    private static PoolPlan plan(WarmTarget target, PoolLimits limits, PoolView view, Roads roads) {
        var stands = Supply.stands(view, limits);
        var trunk = new Trunk(limits, view, roads);
        return trunk.makesWay(stands)
                .map(stand -> new GivingBack(limits, roads).plan(List.of(stand)))
                .orElseGet(() -> trunk.with(plan(target, limits, view, stands, roads), stands));
    }

    private static PoolPlan plan(WarmTarget target, PoolLimits limits, PoolView view, List<Stand> stands, Roads roads) {
        var supply = Supply.of(stands);
        var goal = target.goal(supply, limits);
        var starving = view.starving(limits.wish());
        var waiting = starving > 0;
        var unattachable = waiting ? List.<Stand>of() : GivingBack.unattachable(stands, limits, roads);
        if (!unattachable.isEmpty()) {
            return new GivingBack(limits, roads).plan(unattachable);
        }
        // Whoever waits now is not helped by an address that has yet to rest; what shall stand ready may rest
        // meanwhile.
        var hungry = Math.max(0, starving - supply.ready());
        var lack = Math.max(hungry, starving + goal.low() - supply.idle());
        var pressing = new Pressing(starving, hungry);
        if (lack > 0) {
            return new Fetching(limits, view, roads)
                    .plan(lack, lack - hungry, goal.grain(), stands)
                    .pressing(pressing);
        }
        var allowed = waiting ? Integer.MAX_VALUE : goal.high() - supply.idle();
        return allowed < 0
                ? new GivingBack(limits, roads).plan(-allowed, goal.grain(), stands)
                : new Upkeep(limits, roads).plan(allowed, goal.grain(), stands).pressing(pressing);
    }
}
