package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.Optional;

/** One object of the cluster as it was when it was last heard of. */
final class Mirror<T extends HasMetadata> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Backoff SILENCE = new Backoff(Duration.ofMillis(200), 2, Duration.ofSeconds(10));

    private final Subscription<T> subscription;
    private final Tasks tasks;
    private volatile Image<T> image = new Image.Unknown<>("nothing has been heard yet");
    private volatile boolean closed;

    /** What can be said of the object. */
    sealed interface Image<T> {
        record Seen<T>(T object) implements Image<T> {}

        /** There is none. */
        record None<T>() implements Image<T> {}

        record Unknown<T>(String words) implements Image<T> {}
    }

    Mirror(Subscription<T> subscription, Tasks tasks) {
        this.subscription = subscription;
        this.tasks = tasks;
    }

    Image<T> image() {
        return image;
    }

    /** Looks until it is closed. */
    void run() {
        var seen = 0L;
        var failures = 0;
        while (!closed) {
            switch (subscription.newerThan(seen, PATIENCE)) {
                case News.Everything<T>(var version, var objects) -> {
                    image = objects.stream()
                            .findFirst()
                            .<Image<T>>map(Image.Seen::new)
                            .orElseGet(Image.None::new);
                    seen = version;
                    failures = 0;
                }
                case News.Changes<T>(var version, var present, var gone) -> {
                    changed(present.stream().findFirst(), !gone.isEmpty());
                    seen = version;
                    failures = 0;
                }
                case News.Unreadable<T>(var words) -> {
                    if (image instanceof Image.Unknown<T>) {
                        image = new Image.Unknown<>(words);
                    }
                    tasks.sleep(SILENCE.after(++failures));
                }
            }
        }
        subscription.close();
    }

    private void changed(Optional<T> present, boolean gone) {
        if (present.isPresent()) {
            image = new Image.Seen<>(present.get());
        } else if (gone) {
            image = new Image.None<>();
        }
    }

    void close() {
        closed = true;
    }
}
