package io.github.terway4j.adapters.tasks;

import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Virtual threads and the system clock. An interrupt ends the work that it meets. */
public final class SystemTasks implements Tasks {
    private static final Logger LOG = System.getLogger(SystemTasks.class.getName());

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
        Thread.ofVirtual()
                .name(name)
                .uncaughtExceptionHandler((_, thrown) -> {
                    if (!(thrown instanceof WorkInterrupted)) {
                        LOG.log(Level.ERROR, "the work '" + name + "' has ended: " + thrown, thrown);
                    }
                })
                .start(work);
    }

    @Override
    public Signal signal(String name) {
        return new ConditionSignal();
    }
}
