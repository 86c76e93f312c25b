package io.github.terway4j.domain.eni;

/** The cloud's name of an ENI, for example {@code eni-bp1a2b3c}. */
public record EniId(String text) implements Comparable<EniId> {
    public EniId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("EniId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(EniId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
