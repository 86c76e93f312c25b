package io.github.terway4j.domain.eni;

/** The cloud's name of a VPC, for example {@code vpc-bp1a2b3c}. */
public record VpcId(String text) implements Comparable<VpcId> {
    public VpcId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("VpcId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(VpcId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
