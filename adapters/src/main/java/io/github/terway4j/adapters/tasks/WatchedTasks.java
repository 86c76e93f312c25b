package io.github.terway4j.adapters.tasks;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The same tasks, of which is known when each last gave a sign of life: it asked the time, or slept or waited until then. Work
 * that gives none for long hangs in a call that does not return.
 */
public final class WatchedTasks implements Tasks, AutoCloseable {
    /** Longer than any rest, and short enough to be counted. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Tasks tasks;
    private final Runnable end;
    private final LongSupplier nanos;
    private final Map<Thread, Pulse> pulses = new ConcurrentHashMap<>();

    public WatchedTasks(SystemTasks tasks) {
        this(tasks, tasks::close, System::nanoTime);
    }

    /** @param nanos of a clock that nobody sets */
    public WatchedTasks(Tasks tasks, Runnable end, LongSupplier nanos) {
        this.tasks = tasks;
        this.end = end;
        this.nanos = nanos;
    }

    /** A work and the moment in which it last said something, or until which it rests. */
    private record Pulse(String name, long due) {}

    /** The names of all that have given no sign of life for longer than this, or have not come back from a rest. */
    public List<String> stuck(Duration patience) {
        var now = nanos.getAsLong();
        return pulses.values().stream()
                .filter(pulse -> now - pulse.due() > patience.toNanos())
                .map(Pulse::name)
                .sorted()
                .toList();
    }

    @Override
    public Instant instant() {
        beat(Duration.ZERO);
        return tasks.instant();
    }

    @Override
    public void sleep(Duration length) {
        beat(length);
        tasks.sleep(length);
        beat(Duration.ZERO);
    }

    @Override
    public void start(String name, Runnable work) {
        tasks.start(name, () -> {
            pulses.put(Thread.currentThread(), new Pulse(name, nanos.getAsLong()));
            try {
                work.run();
            } finally {
                pulses.remove(Thread.currentThread());
            }
        });
    }

    @Override
    public Signal signal(String name) {
        var signal = tasks.signal(name);
        return new Signal() {
            @Override
            public long count() {
                return signal.count();
            }

            @Override
            public void raise() {
                signal.raise();
            }

            @Override
            public boolean awaitBeyond(long seen, Instant deadline) {
                beat(Duration.between(tasks.instant(), deadline));
                var beyond = signal.awaitBeyond(seen, deadline);
                beat(Duration.ZERO);
                return beyond;
            }
        };
    }

    @Override
    public void close() {
        end.run();
    }

    /** The calling work, if it is one, lives; and says nothing for the length of its rest. */
    private void beat(Duration rest) {
        var bounded = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
        var due = nanos.getAsLong() + (rest.isNegative() ? 0 : bounded.toNanos());
        pulses.computeIfPresent(Thread.currentThread(), (_, pulse) -> new Pulse(pulse.name(), due));
    }
}
