package io.github.terway4j.domain.eni;

/** A zone of a region, for example {@code cn-hangzhou-h}. An ENI, its vSwitch and its instance share one. */
public record Zone(String text) implements Comparable<Zone> {
    public Zone {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Zone is blank: it must name something");
        }
    }

    @Override
    public int compareTo(Zone other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
