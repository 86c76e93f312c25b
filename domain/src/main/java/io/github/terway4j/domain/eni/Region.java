package io.github.terway4j.domain.eni;

/** A region of the cloud, for example {@code cn-hangzhou}: what its endpoints are named after. */
public record Region(String text) implements Comparable<Region> {
    public Region {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Region is blank: it must name something");
        }
    }

    @Override
    public int compareTo(Region other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
