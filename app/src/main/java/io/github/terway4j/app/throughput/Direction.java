package io.github.terway4j.app.throughput;

import java.util.Locale;

/** Which way, as the pod sees it. */
enum Direction {
    INGRESS,
    EGRESS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
