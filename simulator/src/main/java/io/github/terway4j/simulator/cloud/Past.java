package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.estate.EniChange;
import io.github.terway4j.simulator.cloud.estate.EniIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * The ENIs as they were so long ago: an index that each change reaches late, so a change costs the same however many
 * ENIs there are.
 */
final class Past {
    private record Coming(Instant at, EniChange change) {}

    private final ArrayDeque<Coming> coming = new ArrayDeque<>();
    private final Duration lag;
    private final EniIndex enis;

    /** @param present which is all that will ever be known of the time before */
    Past(Duration lag, EniIndex present) {
        this.lag = lag;
        this.enis = present.copy();
    }

    void changed(EniChange change, Instant now) {
        coming.addLast(new Coming(now.plus(lag), change));
    }

    EniIndex at(Instant now) {
        for (var next = coming.peekFirst(); next != null && !next.at().isAfter(now); next = coming.peekFirst()) {
            enis.apply(next.change());
            coming.removeFirst();
        }
        return enis;
    }
}
