package io.github.terway4j.domain.eni;

/** The cloud's name of an instance, for example {@code i-bp1a2b3c}. */
public record InstanceId(String text) implements Comparable<InstanceId> {
    public InstanceId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("InstanceId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(InstanceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
