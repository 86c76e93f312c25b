package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.NodeConfig;
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
        terms.put("and so for a clock that was set back", Disturbances.FARTHEST_JUMP);
        terms.put("two looks of an idle pool", config.pool().syncPeriod().multipliedBy(2));
        terms.put("its calls, and what they begin", Duration.ofMinutes(2));
        terms.put("the last link is reaped", Duration.ofMinutes(2));
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
