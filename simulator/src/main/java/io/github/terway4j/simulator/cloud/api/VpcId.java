package io.github.terway4j.simulator.cloud.api;

/** The cloud's name of a VPC, for example {@code vpc-bp1a2b3c}. */
public record VpcId(String text) implements Comparable<VpcId> {
    @Override
    public int compareTo(VpcId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
