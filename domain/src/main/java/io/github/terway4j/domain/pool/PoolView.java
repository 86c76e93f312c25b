package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.List;

/**
 * What one pass sees.
 *
 * @param holdings secondary ENIs attached to this node, or made for it, whatever their state
 * @param birthplaces where new ENIs may be born
 * @param starving pods that wait for an address at this moment, and that any address would serve, but those of ENIs for
 *     RDMA
 * @param starvingForRdma pods that only one of those would serve
 * @param health what the cloud refused lately
 */
public record PoolView(
        List<Holding> holdings, Birthplaces birthplaces, int starving, int starvingForRdma, PoolHealth health) {
    public PoolView {
        holdings = List.copyOf(holdings);
        if (starving < 0 || starvingForRdma < 0) {
            throw new IllegalArgumentException(
                    "%d pods cannot be starving, nor %d for RDMA".formatted(starving, starvingForRdma));
        }
    }

    /** One in which nobody asks for RDMA. */
    public PoolView(List<Holding> holdings, Birthplaces birthplaces, int starving, PoolHealth health) {
        this(holdings, birthplaces, starving, 0, health);
    }

    /** The same, for those who wait for such addresses. */
    int starving(TrafficMode traffic) {
        return switch (traffic) {
            case STANDARD -> starving;
            case HIGH_PERFORMANCE -> starvingForRdma;
        };
    }

    /** How many ENIs carry that. */
    int count(TrafficMode traffic) {
        return (int)
                holdings.stream().filter(holding -> holding.carries(traffic)).count();
    }

    /** How many of them are on their way in. */
    int arriving(TrafficMode traffic) {
        return (int) holdings.stream()
                .filter(holding -> holding.carries(traffic) && holding.is(EniStatus.ATTACHING))
                .count();
    }
}
