package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.pool.Holding;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolView;
import io.github.terway4j.domain.pool.Reach;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For how many pods the pool could have what they wish when it last looked; of what is counted for pods alone. */
public final class PoolOutlook {
    private final List<EniWish> wishes;
    private volatile Map<EniWish, Seen> last = new EnumMap<>(EniWish.class);

    public PoolOutlook(Node node) {
        wishes = Arrays.stream(DeviceResource.values())
                .filter(resource -> node.most(resource) > 0)
                .map(node::wish)
                .toList();
    }

    /** @param enis by which the wish is served */
    record Seen(Reach reach, List<EniId> enis) {}

    void saw(PoolView view, PoolLimits limits, Degradation level, Instant now) {
        var seen = new EnumMap<EniWish, Seen>(EniWish.class);
        wishes.forEach(wish -> seen.put(
                wish,
                new Seen(
                        Reach.of(wish, limits, view, level, now),
                        view.holdings().stream()
                                .map(Holding::eni)
                                .filter(eni -> EniWish.servedBy(eni) == wish)
                                .map(Eni::id)
                                .toList())));
        last = seen;
    }

    /** Empty before the pool has looked. */
    Optional<Seen> of(EniWish wish) {
        return Optional.ofNullable(last.get(wish));
    }
}
