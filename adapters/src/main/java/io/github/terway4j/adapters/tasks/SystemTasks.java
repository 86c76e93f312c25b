package io.github.terway4j.adapters.tasks;

import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Virtual threads and the system clock. {@link #close} interrupts all that was started, which ends it. */
public final class SystemTasks implements Tasks, AutoCloseable {
    private static final Logger LOG = System.getLogger(SystemTasks.class.getName());

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            throw new WorkInterrupted(interrupted);
        }
    }

    @Override
    public void start(String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> run(name, work));
        running.add(thread);
        thread.start();
        if (closed) {
            thread.interrupt();
        }
    }

    private void run(String name, Runnable work) {
        try {
            work.run();
        } catch (WorkInterrupted ended) {
            LOG.log(Level.DEBUG, "the work ''{0}'' was ended", name);
        } catch (RuntimeException | Error thrown) {
            LOG.log(Level.ERROR, "the work '" + name + "' has ended: " + thrown, thrown);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    @Override
    public Signal signal(String name) {
        return new ConditionSignal();
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Thread::interrupt);
    }
}
