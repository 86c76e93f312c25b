package io.github.terway4j.simulator.fault;

import java.util.Comparator;

/** One fault of a run: the how manieth of its kind it is, from one. Written {@code crash.3}. */
public record FaultName(FaultKind kind, long number) implements Comparable<FaultName> {
    private static final Comparator<FaultName> ORDER =
            Comparator.comparing(FaultName::kind).thenComparingLong(FaultName::number);

    public FaultName {
        if (number < 1) {
            throw new IllegalArgumentException("faults are counted from 1, not " + number);
        }
    }

    public static FaultName parse(String text) {
        var dot = text.lastIndexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("'%s' names no fault; one is called crash.3".formatted(text));
        }
        return new FaultName(FaultKind.of(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(FaultName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + "." + number;
    }
}
