package io.github.terway4j.app.bench;

import io.github.terway4j.app.fleet.Filling;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long it took until so many nodes had their addresses, beside the least that it could take. */
public record AllocMeasure(int nodes, boolean waiting, Filling filling) {
    private static final String ROW = "%6s  %-8s  %9s  %8s  %6s   %8s  %6s  %7s";

    /** Above {@link #row}s. */
    static String heading() {
        return ROW.formatted("NODES", "DOOR", "READY [s]", "BOUND", "RATIO", "REQUESTS", "LEAST", "REFUSED");
    }

    double ratio() {
        return filling.lasted().toNanos() / (double) AllocScene.bound(nodes).toNanos();
    }

    /** For people. */
    String row() {
        return ROW.formatted(
                nodes,
                door(),
                "%.2f".formatted(seconds(filling.lasted())),
                "%.2f".formatted(seconds(AllocScene.bound(nodes))),
                "%.2f".formatted(ratio()),
                filling.requests().all(),
                least(),
                filling.refused());
    }

    /** For machines. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("nodes", (long) nodes);
        fields.put("door", door());
        fields.put("ready_s", Sample.rounded(seconds(filling.lasted())));
        fields.put("bound_s", Sample.rounded(seconds(AllocScene.bound(nodes))));
        fields.put("ratio", Sample.rounded(ratio()));
        fields.put("requests", filling.requests().all());
        fields.put("least_requests", least());
        fields.put("refused", filling.refused());
        fields.put("requests_by_kind", Kinds.fields(filling.requests().byKind()));
        return fields;
    }

    private long least() {
        return nodes * AllocScene.least().all();
    }

    private String door() {
        return waiting ? "waits" : "refuses";
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }
}
