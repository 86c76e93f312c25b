package io.github.terway4j.adapters.tasks;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A counter that threads can wait for. */
final class ConditionSignal implements Tasks.Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long count;

    @Override
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitBeyond(long seen, Instant deadline) {
        lock.lock();
        try {
            // From here on by the clock that nobody sets.
            var left = TimeUnit.NANOSECONDS.convert(Duration.between(Instant.now(), deadline));
            while (count <= seen && left > 0) {
                left = raised.awaitNanos(left);
            }
            return count > seen;
        } catch (InterruptedException interrupted) {
            throw new WorkInterrupted(interrupted);
        } finally {
            lock.unlock();
        }
    }
}
