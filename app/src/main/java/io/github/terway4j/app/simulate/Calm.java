package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.domain.pool.IdleReclaim;
import io.github.terway4j.simulator.fault.MischievousCalls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How long after the last fault and the last wish everything must be well, term by term. */
final class Calm {
    private final Map<String, Duration> terms = new LinkedHashMap<>();

    Calm(NodeConfig config) {
        terms.put("the last request takes effect", MischievousCalls.PATIENCE.plus(MischievousCalls.LATEST));
        terms.put("the last agent is back", Duration.ofSeconds(15));
        terms.put("an operator's round", Simulation.ROUND);
        terms.put("the last ADD that cannot succeed is given up", CniCaller.PATIENCE);
        terms.put("it is tried again", Sandboxes.BETWEEN_TRIES.most());
        terms.put(
                "two rounds of garbage collection",
                Kubelet.COLLECTS_EVERY.multipliedBy(2).plus(CniCaller.PATIENCE));
        terms.put("what was given back has rested", config.pool().cooldown().length());
        terms.put("what was kept for a pod that may come back is free", Duration.ofMinutes(5));
        terms.put("the cloud, which refused, is asked again", Duration.ofMinutes(10));
        terms.put("and what needs its answer, too", Duration.ofMinutes(10));
        terms.put("what stands idle has been reclaimed", reclaim(config));
        terms.put(
                "by a clock that goes wrong in the one direction, then in the other",
                Disturbances.FARTHEST_OFF.multipliedBy(2));
        terms.put("two looks of an idle pool", config.pool().syncPeriod().multipliedBy(2));
        terms.put("its calls, and what they begin", Duration.ofMinutes(2));
        terms.put("the last link is reaped", Duration.ofMinutes(2));
    }

    /** From the upper mark to the lower one. */
    private static Duration reclaim(NodeConfig config) {
        return switch (config.pool().reclaim()) {
            case IdleReclaim.Off() -> Duration.ZERO;
            case IdleReclaim.After(var quiet, var batch, var interval, var jitter) -> {
                var steps = config.pool().marks().max() / batch + 2;
                var longest = interval.plusMillis((long) (interval.toMillis() * jitter));
                yield quiet.plus(longest.multipliedBy(steps));
            }
        };
    }

    Duration bound() {
        return terms.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    String words() {
        return terms.entrySet().stream()
                .map(term -> term.getKey() + " " + term.getValue().toSeconds() + " s")
                .collect(Collectors.joining(", "));
    }
}
