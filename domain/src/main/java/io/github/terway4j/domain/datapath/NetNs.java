package io.github.terway4j.domain.datapath;

/**
 * A network namespace by a name that the kernel at hand understands: on Linux a path such as {@code /run/netns/web} or
 * {@code /proc/self/fd/37}.
 */
public record NetNs(String path) implements Comparable<NetNs> {
    public NetNs {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a network namespace needs a path");
        }
    }

    @Override
    public int compareTo(NetNs other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
