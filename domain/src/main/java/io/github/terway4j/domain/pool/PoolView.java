package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.List;

/**
 * What one pass sees.
 *
 * @param holdings ENIs attached to this node or behind its trunk, or made for it, whatever their state; not the primary one
 * @param birthplaces where new ENIs may be born
 * @param health what the cloud refused lately
 */
public record PoolView(List<Holding> holdings, Birthplaces birthplaces, Starving starving, PoolHealth health) {
    public PoolView {
        holdings = List.copyOf(holdings);
    }

    /** One in which nobody asks for a member. */
    public PoolView(List<Holding> holdings, Birthplaces birthplaces, int any, int forRdma, PoolHealth health) {
        this(holdings, birthplaces, new Starving(any, forRdma, 0), health);
    }

    /** One in which nobody asks for anything in particular. */
    public PoolView(List<Holding> holdings, Birthplaces birthplaces, int starving, PoolHealth health) {
        this(holdings, birthplaces, starving, 0, health);
    }

    /** How many wait that wish this. */
    int starving(EniWish wish) {
        return starving.of(wish);
    }

    /** How many ENIs serve that. */
    int count(EniWish wish) {
        return (int) holdings.stream().filter(holding -> holding.serves(wish)).count();
    }

    /**
     * How many others have a place that one for this wish could have; of those that are one pod's alone the limits know.
     */
    int beside(EniWish wish) {
        return switch (wish) {
            case ANY -> count(EniWish.RDMA);
            case RDMA -> count(EniWish.ANY);
            case WHOLE -> count(EniWish.ANY) + count(EniWish.RDMA);
            case MEMBER -> 0;
        };
    }

    /** Whether there are ENIs that serve that, or pods that wait for one. */
    boolean knows(EniWish wish) {
        return count(wish) > 0 || starving(wish) > 0;
    }

    /** How many of them are on their way in. */
    int arriving(EniWish wish) {
        return (int) holdings.stream()
                .filter(holding -> holding.serves(wish) && holding.is(EniStatus.ATTACHING))
                .count();
    }
}
