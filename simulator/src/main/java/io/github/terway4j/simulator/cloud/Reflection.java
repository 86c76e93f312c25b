package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.estate.EniChange;
import io.github.terway4j.simulator.cloud.estate.EniIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What describing ENIs shows: how they are or, where it lags, how they were. The real cloud is known to lag by seconds
 * after an ENI was made or given an address.
 *
 * <p>The past is kept as one index that each change reaches late, so a change costs the same however many ENIs there
 * are.
 */
final class Reflection {
    private record Coming(Instant at, EniChange change) {}

    private final ArrayDeque<Coming> coming = new ArrayDeque<>();
    private final List<EniChange> fresh = new ArrayList<>();
    private EniIndex past = new EniIndex();
    private Duration lag = Duration.ZERO;

    /** For all that changes from now on. */
    void lag(Duration length, EniIndex present) {
        lag = length;
        coming.clear();
        fresh.clear();
        past = length.isZero() ? new EniIndex() : present.copy();
    }

    void changed(EniChange change) {
        if (!lag.isZero()) {
            fresh.add(change);
        }
    }

    /** Whatever has changed since the last time did so now. */
    void stamp(Instant now) {
        fresh.forEach(change -> coming.addLast(new Coming(now.plus(lag), change)));
        fresh.clear();
        catchUp(now);
    }

    EniIndex shown(Instant now, EniIndex present) {
        if (lag.isZero()) {
            return present;
        }
        catchUp(now);
        return past;
    }

    private void catchUp(Instant now) {
        for (var next = coming.peekFirst(); next != null && !next.at().isAfter(now); next = coming.peekFirst()) {
            past.apply(next.change());
            coming.removeFirst();
        }
    }
}
