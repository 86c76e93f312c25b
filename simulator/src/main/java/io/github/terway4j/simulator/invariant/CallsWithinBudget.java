package io.github.terway4j.simulator.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** No agent calls the cloud more often in any minute than its budget allows. */
public final class CallsWithinBudget implements Invariant {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int mostPerMinute;
    private final Map<String, ArrayDeque<Instant>> calls = new TreeMap<>();

    public CallsWithinBudget(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    @Override
    public String name() {
        return "calls-within-budget";
    }

    @Override
    public String sentence() {
        return "no agent calls the cloud more than %d times in any minute".formatted(mostPerMinute);
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        if (!(change instanceof Change.CloudCalled(var node, var call))) {
            return List.of();
        }
        var recent = calls.computeIfAbsent(node, _ -> new ArrayDeque<>());
        recent.addLast(now.time());
        while (recent.getFirst().plus(WINDOW).isBefore(now.time())) {
            recent.removeFirst();
        }
        return recent.size() <= mostPerMinute
                ? List.of()
                : List.of("%s made %d calls within a minute, the last of them %s".formatted(node, recent.size(), call));
    }
}
