package io.github.terway4j.app.agent;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;

/** Time that stands still, and jumps to whatever is waited for; for one thread. */
final class HastyTasks implements Tasks {
    private final Instant begun = Instant.parse("2026-01-01T00:00:00Z");
    private Instant now = begun;

    Duration passed() {
        return Duration.between(begun, now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration length) {
        now = now.plus(length);
    }

    @Override
    public void start(String name, Runnable work) {
        throw new IllegalStateException("nobody else is here to do " + name);
    }

    @Override
    public Signal signal(String name) {
        return new Signal() {
            private long count;

            @Override
            public long count() {
                return count;
            }

            @Override
            public void raise() {
                count++;
            }

            @Override
            public boolean awaitBeyond(long seen, Instant deadline) {
                if (count <= seen && deadline.isAfter(now)) {
                    now = deadline;
                }
                return count > seen;
            }
        };
    }
}
