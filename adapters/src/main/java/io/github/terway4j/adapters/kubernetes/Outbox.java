package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends what nobody's answer should wait for: one thing after the other, in their order. When the API server is away and too
 * much is waiting, the oldest is dropped: the newest says more.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int WAITING = 1_000;
    private static final int GRACE_SECONDS = 2;

    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("outbox").daemon().factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /** @param what for people, where it does not succeed */
    void send(String what, Runnable sending) {
        sender.execute(() -> {
            try {
                sending.run();
            } catch (KubernetesClientException failed) {
                LOG.log(Level.WARNING, "{0} was not taken: {1}", what, Failure.words(failed));
            }
        });
    }

    /** Returns when all has been sent that was given before. */
    void awaitEmpty() {
        try {
            sender.submit(() -> {}).get();
        } catch (InterruptedException | ExecutionException | CancellationException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Lets what waits go out, if that does not take long. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException _) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
