package io.github.terway4j.simulator.cloud;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Calls that are still on their way though nobody waits for them any more. Each comes to the cloud as a call of its own,
 * when somebody looks at its time or later, in the order of their times. Any thread may ask.
 */
final class LateCalls {
    private record Late(Instant at, long sequence, Runnable call) {}

    private final PriorityQueue<Late> underWay =
            new PriorityQueue<>(Comparator.comparing(Late::at).thenComparingLong(Late::sequence));
    private long sequence;

    synchronized void put(Instant at, Runnable call) {
        underWay.add(new Late(at, sequence++, call));
    }

    synchronized Optional<Instant> next() {
        return Optional.ofNullable(underWay.peek()).map(Late::at);
    }

    void arrive(Instant now) {
        for (var due = due(now); due.isPresent(); due = due(now)) {
            due.get().run();
        }
    }

    private synchronized Optional<Runnable> due(Instant now) {
        return next().filter(at -> !at.isAfter(now)).map(_ -> underWay.remove().call());
    }
}
