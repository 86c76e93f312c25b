package io.github.terway4j.adapters.log;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A line in the log for each event, in their order, written by a thread of its own: a line takes as long as a third of a
 * pod's wiring, and nobody's answer should wait for it. Events of the last moment die with a killed agent.
 */
public final class LogChronicle implements Chronicle, AutoCloseable {
    private static final Logger LOG = System.getLogger(LogChronicle.class.getName());

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chronicle").daemon().factory());

    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        write(
                reason,
                "pod " + pod + " " + reason.text() + ": " + message,
                LogScope.with(LogScope.fields(), LogScope.POD, pod.toString()));
    }

    @Override
    public void node(EventReason reason, String message) {
        write(reason, reason.text() + ": " + message, LogScope.fields());
    }

    private static void log(EventReason reason, String line) {
        LOG.log(reason.warning() ? Level.WARNING : Level.INFO, line);
    }

    /** @param about for whom that was done of which is told: the thread that writes knows it no more */
    private void write(EventReason reason, String line, SortedMap<String, String> about) {
        Runnable writing = () -> LogScope.about(about, () -> log(reason, line));
        try {
            writer.execute(writing);
        } catch (RejectedExecutionException closed) {
            // A loop that is just being ended may have a last word: it writes that itself.
            writing.run();
        }
    }

    /** Returns when all is written that was told before. */
    @Override
    public void close() {
        writer.close();
    }
}
