package io.github.terway4j.domain.eni;

/** The cloud's name of a security group, for example {@code sg-bp1a2b3c}. */
public record SecurityGroupId(String text) implements Comparable<SecurityGroupId> {
    public SecurityGroupId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("SecurityGroupId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(SecurityGroupId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
