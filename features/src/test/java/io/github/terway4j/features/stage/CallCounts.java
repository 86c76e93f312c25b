package io.github.terway4j.features.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was asked of the cloud, and when. */
public final class CallCounts {
    private static final Set<String> LOOKS = Set.of("enisOf", "vSwitches", "facts");

    private record Asked(String deed, Instant at) {}

    private final List<Asked> asked = new ArrayList<>();

    void add(String deed, Instant at) {
        asked.add(new Asked(deed, at));
    }

    /** How often since then this was asked: "create", "attach", "assign". */
    public long of(String deed, Instant since) {
        return asked.stream()
                .filter(one -> !one.at().isBefore(since) && one.deed().equals(deed))
                .count();
    }

    /** How many calls since then meant to change something. */
    public long changes(Instant since) {
        return all(since) - LOOKS.stream().mapToLong(deed -> of(deed, since)).sum();
    }

    public long all(Instant since) {
        return asked.stream().filter(one -> !one.at().isBefore(since)).count();
    }

    @Override
    public String toString() {
        return asked.toString();
    }
}
