package io.github.terway4j.domain.eni;

/** The cloud's name of a vSwitch, for example {@code vsw-bp1a2b3c}. */
public record VSwitchId(String text) implements Comparable<VSwitchId> {
    public VSwitchId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("VSwitchId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(VSwitchId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
