package io.github.terway4j.domain.pod;

/** Which way packets go, seen from the pod. */
public enum Direction {
    INGRESS,
    EGRESS
}
