package io.github.terway4j.simulator.world;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to happen, by time, and at one time in the order in which it was put here. Times are nanoseconds. */
final class EventQueue {
    record Event(long at, long number, Happening what) {}

    sealed interface Happening {
        /** Something that happens at once and calls nobody. */
        record Occurs(Runnable action) implements Happening {}

        /** A task goes on, if it still waits for this. */
        record GoesOn(Task task, long waitNumber) implements Happening {}
    }

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long number;

    void add(long at, Happening what) {
        events.add(new Event(at, number++, what));
    }

    Optional<Event> pollUntil(long horizon) {
        var first = events.peek();
        return first == null || first.at() > horizon ? Optional.empty() : Optional.ofNullable(events.poll());
    }
}
