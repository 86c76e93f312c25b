package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.estate.EniChange;
import io.github.terway4j.simulator.cloud.estate.EniIndex;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What describing ENIs shows: how they are or, where it lags, how they were. The real cloud is known to lag by seconds
 * after an ENI was made or given an address.
 */
final class Reflection {
    private final TreeMap<Duration, Past> pasts = new TreeMap<>();
    private final List<EniChange> fresh = new ArrayList<>();

    /** From now on the past is kept as far as the plan may want to show it. */
    void remember(QuirkPlan plan, EniIndex present) {
        pasts.clear();
        fresh.clear();
        for (var spell : plan.spells()) {
            if (spell.quirk() instanceof Quirk.DescriptionLags(var by)) {
                pasts.put(by, new Past(by, present));
            }
        }
    }

    void changed(EniChange change) {
        if (!pasts.isEmpty()) {
            fresh.add(change);
        }
    }

    /** Whatever has changed since the last time did so now. */
    void stamp(Instant now) {
        for (var past : pasts.values()) {
            fresh.forEach(change -> past.changed(change, now));
            past.at(now);
        }
        fresh.clear();
    }

    /** How they were so long ago, which the plan has spoken of. */
    EniIndex past(Duration ago, Instant now) {
        var past = pasts.get(ago);
        if (past == null) {
            throw new IllegalStateException("nobody remembers what was %s ago".formatted(ago));
        }
        return past.at(now);
    }
}
