package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import java.util.Optional;

/**
 * The pool of ENIs that ride on the trunk, each for one pod. They take none of the places of the instance itself, and can
 * come as soon as the trunk is in use; until then nothing is made that could not be attached.
 */
final class Members {
    private final PoolLimits limits;
    private final PoolView view;

    Members(PoolLimits limits, PoolView view) {
        this.limits = limits;
        this.view = view;
    }

    boolean areWanted() {
        return view.count(EniWish.MEMBER) > 0
                || view.starving(EniWish.MEMBER) > 0
                || (limits.members().ready().min() > 0 && trunk().isPresent());
    }

    /** The same as {@code theirs}, which was planned as if they were ENIs of the instance itself. */
    PoolPlan behindTheTrunk(PoolPlan theirs) {
        return trunk().map(trunk -> theirs.mapped(action -> behind(trunk, action)))
                .orElseGet(() -> ashore(theirs));
    }

    private static PoolAction behind(EniId trunk, PoolAction action) {
        return switch (action) {
            case PoolAction.CreateEni create ->
                new PoolAction.CreateMember(create.vSwitch(), trunk, create.ipv4(), create.ipv6());
            case PoolAction.AttachEni(var eni) -> new PoolAction.AttachMember(eni, trunk);
            case PoolAction other -> other;
        };
    }

    /** What can be done without a trunk, and why that is not all. */
    private PoolPlan ashore(PoolPlan theirs) {
        var starving = view.starving(EniWish.MEMBER);
        var kept = theirs.without(
                action -> action instanceof PoolAction.CreateEni || action instanceof PoolAction.AttachEni);
        return starving > 0 && theirs.shortfall().isEmpty() ? kept.missing(new Shortfall.NoTrunk(starving)) : kept;
    }

    /** The first that is in use and carries them. */
    Optional<EniId> trunk() {
        return view.holdings().stream()
                .filter(holding -> holding.isTrunk() && holding.is(EniStatus.IN_USE) && holding.stays())
                .map(holding -> holding.eni().id())
                .findFirst();
    }
}
