package io.github.terway4j.domain.route;

/** The cloud's name of a route table, for example {@code vtb-bp1a2b3c}. */
public record RouteTableId(String text) implements Comparable<RouteTableId> {
    public RouteTableId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("RouteTableId is blank: it must name something");
        }
    }

    @Override
    public int compareTo(RouteTableId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
