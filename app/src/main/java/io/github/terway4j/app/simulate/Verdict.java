package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said of one run or several, when they have ended. The last is the one that failed, if one did. */
public final class Verdict {
    private final List<Ending> endings;
    private final Stopwatch.Reading took;

    Verdict(List<Ending> endings, Stopwatch.Reading took) {
        this.endings = List.copyOf(endings);
        this.took = took;
    }

    public boolean ok() {
        return last().ok();
    }

    Ending last() {
        return endings.getLast();
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("seed", last().plan().seed());
        fields.put("seeds", endings.size());
        fields.put("nodes", last().plan().nodes());
        fields.put("events", events());
        fields.put("events_per_second", took.perSecond(events()));
        fields.put("events_per_cpu_second", took.perProcessorSecond(events()));
        fields.put("pods", pods());
        fields.put("calls_per_pod", callsPerPod());
        var faults = new LinkedHashMap<String, Object>();
        faults().forEach((kind, count) -> faults.put(kind.word(), count));
        fields.put("faults", faults);
        fields.put("violations", endings.stream().filter(ending -> !ending.ok()).count());
        last().objection().ifPresent(found -> {
            fields.put("violated", found.invariant());
            fields.put("replay", PlanInWords.command(last().plan()));
        });
        fields.put("trace_hash", last().traceHash());
        return fields;
    }

    /** For people. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(seeds());
        lines.add("events    %,d in %.1f s: %,d per second, %,d per second of processor time"
                .formatted(
                        events(),
                        took.wall().toMillis() / 1e3,
                        took.perSecond(events()),
                        took.perProcessorSecond(events())));
        lines.add("pods      %,d connected, %.2f calls to the cloud for each".formatted(pods(), callsPerPod()));
        lines.add("faults    " + words(faults()));
        lines.add("trace     " + last().traceHash());
        lines.add(
                last().objection()
                        .map(objection -> "verdict   VIOLATED %s after event %,d: %s"
                                .formatted(objection.invariant(), objection.event(), objection.words()))
                        .orElse(
                                "verdict   every invariant held after every event, and all was well when the faults had ended"));
        return lines;
    }

    private String seeds() {
        var hours =
                endings.stream().mapToLong(ending -> ending.lived().toHours()).sum();
        var nodes = last().plan().nodes();
        return endings.size() == 1
                ? "seed      %d, %d nodes, %d hours of their lives"
                        .formatted(last().plan().seed(), nodes, hours)
                : "seeds     %d, the last %d; %d nodes each, %d hours of their lives"
                        .formatted(endings.size(), last().plan().seed(), nodes, hours);
    }

    private long events() {
        return endings.stream().mapToLong(Ending::events).sum();
    }

    private long pods() {
        return endings.stream().mapToLong(Ending::pods).sum();
    }

    private double callsPerPod() {
        var calls = endings.stream().mapToLong(Ending::calls).sum();
        return pods() == 0 ? 0 : Math.round(100.0 * calls / pods()) / 100.0;
    }

    private Map<FaultKind, Long> faults() {
        var sum = new TreeMap<FaultKind, Long>();
        endings.forEach(ending -> ending.faults().forEach((kind, count) -> sum.merge(kind, count, Long::sum)));
        return sum;
    }

    private static String words(Map<FaultKind, Long> faults) {
        return faults.isEmpty()
                ? "none"
                : faults.entrySet().stream()
                        .map(fault -> fault.getKey().word() + " " + fault.getValue())
                        .collect(Collectors.joining(", "));
    }
}
