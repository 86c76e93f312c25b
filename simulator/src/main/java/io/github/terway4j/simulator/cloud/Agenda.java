package io.github.terway4j.simulator.cloud;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What will happen in the cloud by itself, and when. It happens when somebody looks later than its time, in the order of
 * the times, and at one time in the order in which it was put down.
 */
final class Agenda {
    /** To be told apart from all others, so that it can be struck off. */
    static final class Entry {
        private final Instant at;
        private final long sequence;
        private final Consumer<Instant> event;

        private Entry(Instant at, long sequence, Consumer<Instant> event) {
            this.at = at;
            this.sequence = sequence;
            this.event = event;
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparing((Entry entry) -> entry.at).thenComparingLong(entry -> entry.sequence));
    private long sequence;

    /** @param event is told its own time, which may be earlier than the look that lets it happen */
    Entry at(Instant time, Consumer<Instant> event) {
        var entry = new Entry(time, sequence++, event);
        entries.add(entry);
        return entry;
    }

    void strikeOff(Entry entry) {
        entries.remove(entry);
    }

    /** Lets happen whatever is due, and whatever comes due by that. */
    void catchUp(Instant now) {
        for (var first = entries.peek(); first != null && !first.at.isAfter(now); first = entries.peek()) {
            entries.remove();
            first.event.accept(first.at);
        }
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(entry -> entry.at);
    }
}
