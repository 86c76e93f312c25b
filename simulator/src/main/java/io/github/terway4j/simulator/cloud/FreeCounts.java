package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many addresses the vSwitches had some time ago, as far back as the plan may want to show it. */
final class FreeCounts {
    private record Count(Instant since, Map<VSwitchId, Integer> free) {}

    private final ArrayDeque<Count> counts = new ArrayDeque<>();
    private Duration farthest = Duration.ZERO;

    void remember(QuirkPlan plan) {
        counts.clear();
        farthest = plan.spells().stream()
                .flatMap(spell -> spell.quirk() instanceof Quirk.FreeCountLags(var by) ? Stream.of(by) : Stream.empty())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether anybody will want to know. */
    boolean areKept() {
        return !farthest.isZero();
    }

    void stamp(Instant now, Collection<CloudVSwitch> present) {
        var free = new TreeMap<VSwitchId, Integer>();
        present.forEach(each -> free.put(each.id(), each.vSwitch().freeAddresses()));
        if (counts.isEmpty() || !counts.getLast().free().equals(free)) {
            counts.addLast(new Count(now, free));
        }
        while (counts.size() > 1 && !second().since().isAfter(now.minus(farthest))) {
            counts.removeFirst();
        }
    }

    private Count second() {
        return counts.stream().skip(1).findFirst().orElseThrow();
    }

    /** The vSwitch as it was so long ago; as it is, if nothing is known of that time. */
    CloudVSwitch past(CloudVSwitch present, Duration ago, Instant now) {
        var then = now.minus(ago);
        return counts.stream()
                .filter(count -> !count.since().isAfter(then))
                .reduce((_, later) -> later)
                .or(() -> counts.stream().findFirst())
                .flatMap(count -> Optional.ofNullable(count.free().get(present.id())))
                .map(present::showing)
                .orElse(present);
    }
}
