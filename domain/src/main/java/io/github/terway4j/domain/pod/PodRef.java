package io.github.terway4j.domain.pod;

import java.util.Comparator;

/** A pod by the name people use: {@code namespace/name}. A restarted StatefulSet pod keeps it. */
public record PodRef(String namespace, String name) implements Comparable<PodRef> {
    private static final Comparator<PodRef> ORDER =
            Comparator.comparing(PodRef::namespace).thenComparing(PodRef::name);

    public PodRef {
        if (namespace.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "a pod needs a namespace and a name, but got '%s' and '%s'".formatted(namespace, name));
        }
    }

    @Override
    public int compareTo(PodRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
