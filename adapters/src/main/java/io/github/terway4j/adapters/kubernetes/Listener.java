package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a watch tells until somebody asks for it. */
final class Listener<T extends HasMetadata> implements Watcher<T> {
    private final BlockingQueue<Told<T>> told = new LinkedBlockingQueue<>();

    @Override
    public void eventReceived(Action action, T object) {
        switch (action) {
            case ADDED, MODIFIED -> told.add(new Told.Present<>(object));
            case DELETED -> told.add(new Told.Gone<>(object));
            case BOOKMARK -> told.add(new Told.Bookmark<>(object));
            case ERROR -> told.add(new Told.Ended<>(true, "the API server broke off with an error"));
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        told.add(new Told.Ended<>(cause.isHttpGone(), Failure.words(cause)));
    }

    @Override
    public void onClose() {
        told.add(new Told.Ended<>(false, "the watch was closed"));
    }

    /** All that was told and not yet heard; where that is nothing, the next that is told, or nothing when patience ends. */
    List<Told<T>> hear(Duration patience) {
        var heard = new ArrayList<Told<T>>();
        told.drainTo(heard);
        if (heard.isEmpty()) {
            try {
                var next = told.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    heard.add(next);
                    told.drainTo(heard);
                }
            } catch (InterruptedException interrupted) {
                // Not an empty answer: who gets one asks again at once, and would be interrupted again, for ever.
                Thread.currentThread().interrupt();
                throw new KubernetesClientException("somebody wants the listening to end", interrupted);
            }
        }
        return heard;
    }
}
