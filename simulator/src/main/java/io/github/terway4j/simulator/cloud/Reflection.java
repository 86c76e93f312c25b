package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/**
 * What describing ENIs shows: how they are or, where it lags, how they were. The real cloud is known to lag by seconds
 * after an ENI was made or given an address.
 */
final class Reflection {
    private record View(Instant since, List<CloudEni> enis) {}

    private final ArrayDeque<View> views = new ArrayDeque<>();
    private Duration lag = Duration.ZERO;

    /** For all that changes from now on. */
    void lag(Duration length, Instant now, Collection<CloudEni> enis) {
        lag = length;
        views.clear();
        changed(now, enis);
    }

    /** Something may have changed. */
    void changed(Instant now, Collection<CloudEni> enis) {
        if (!lag.isZero()) {
            var present = List.copyOf(enis);
            if (views.isEmpty() || !views.getLast().enis().equals(present)) {
                views.addLast(new View(now, present));
            }
        }
    }

    List<CloudEni> shown(Instant now, Collection<CloudEni> enis) {
        if (lag.isZero()) {
            return List.copyOf(enis);
        }
        var second = views.stream().skip(1).findFirst();
        while (second.isPresent() && !second.get().since().plus(lag).isAfter(now)) {
            views.removeFirst();
            second = views.stream().skip(1).findFirst();
        }
        return views.getFirst().enis();
    }
}
