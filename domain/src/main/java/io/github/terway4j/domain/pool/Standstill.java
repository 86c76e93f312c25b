package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Since when ENIs have been on their way out. The cloud is known to let a detachment or a deletion lie until it is asked
 * for once more: where a device is not let go, or for no reason that anybody sees. A value: what is seen makes another
 * one.
 */
public record Standstill(Map<EniId, Leaving> leaving) {
    /** Chosen: long beyond the some seconds that either takes. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** None is on its way out. */
    public static final Standstill NONE = new Standstill(Map.of());

    public Standstill {
        leaving = Collections.unmodifiableMap(new TreeMap<>(leaving));
    }

    /** What to ask for once more: whatever has been on the same way for too long, or was asked for that long ago. */
    public List<PoolAction> renewals(List<Eni> enis, Instant now) {
        return enis.stream()
                .filter(eni -> since(eni)
                        .filter(begun -> begun.plus(PATIENCE).isBefore(now))
                        .isPresent())
                .flatMap(eni -> ending(eni).stream())
                .toList();
    }

    /** What is so now, when {@link #renewals} have been asked for. */
    public Standstill seen(List<Eni> enis, Instant now) {
        var next = new TreeMap<EniId, Leaving>();
        for (var eni : enis) {
            if (ending(eni).isPresent()) {
                var begun = since(eni).filter(at -> !at.plus(PATIENCE).isBefore(now));
                next.put(eni.id(), new Leaving(eni.status(), begun.orElse(now)));
            }
        }
        return new Standstill(next);
    }

    private Optional<Instant> since(Eni eni) {
        return Optional.ofNullable(leaving.get(eni.id()))
                .filter(way -> way.status() == eni.status())
                .map(Leaving::since);
    }

    private static Optional<PoolAction> ending(Eni eni) {
        return switch (eni.status()) {
            case DETACHING -> Optional.of(new PoolAction.DetachEni(eni.id()));
            case DELETING -> Optional.of(new PoolAction.DeleteEni(eni.id()));
            case AVAILABLE, ATTACHING, IN_USE, STRANGE -> Optional.empty();
        };
    }

    /**
     * An ENI on one way out.
     *
     * @param since when it was first seen there, or last asked for once more
     */
    public record Leaving(EniStatus status, Instant since) {}
}
