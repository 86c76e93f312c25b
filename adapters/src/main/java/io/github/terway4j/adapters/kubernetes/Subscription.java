package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Some objects of the cluster as they come and go: first all of them, then what has changed, as long as the server remembers
 * that, and from time to time all of them again, for a watch may lose something. For one reader at a time, who drives it: there
 * is no thread here, and no second try.
 *
 * <p>Every watch has its end: the server is asked to close it after a minute or so. One that is not closed by then has lost
 * its other end, whatever the connection says, and is given up. It need not have been silent: where a connection breaks off
 * right behind a message, the JDK's WebSocket has been seen not to tell.
 */
final class Subscription<T extends HasMetadata> implements AutoCloseable {
    /** Chosen. */
    private static final Duration WATCH = Duration.ofMinutes(1);

    private static final Duration MORE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration EVERYTHING = Duration.ofMinutes(10);

    /** A watch that ends sooner was broken off: who is broken off should wait a little before asking again. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final FilterWatchListDeletable<T, ? extends KubernetesResourceList<T>, ?> objects;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private Optional<Session<T>> session = Optional.empty();
    private long version;
    private Instant everythingDue = Instant.MIN;

    private record Session<T extends HasMetadata>(Watch watch, Listener<T> listener, Instant begun, Instant end) {}

    Subscription(
            FilterWatchListDeletable<T, ? extends KubernetesResourceList<T>, ?> objects,
            InstantSource clock,
            RandomGenerator chance) {
        this.objects = objects;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * What is newer than {@code seen}, once there is anything, or when patience ends.
     *
     * @param seen the version that was told last; zero for none
     */
    News<T> newerThan(long seen, Duration patience) {
        try {
            return seen == 0 || seen != version || !clock.instant().isBefore(everythingDue)
                    ? everything()
                    : changes(patience);
        } catch (KubernetesClientException | IllegalArgumentException failed) {
            // Perhaps it is the version that they do not like.
            forget();
            return new News.Unreadable<>(Failure.words(failed));
        }
    }

    private News<T> everything() {
        end();
        var listed = Pages.remembered(version, objects::list);
        var now = clock.instant();
        // A clock that is set back must not put off the next list for ever.
        everythingDue = now.plus(EVERYTHING).plusMillis(chance.nextLong(EVERYTHING.toMillis() / 2));
        version = listed.version();
        return new News.Everything<>(version, listed.items());
    }

    private News<T> changes(Duration patience) {
        var now = clock.instant();
        if (session.filter(open -> now.isBefore(open.begun()) || !now.isBefore(open.end()))
                .isPresent()) {
            end();
        }
        var open = session.orElseGet(this::begin);
        session = Optional.of(open);
        return read(open, open.listener().hear(patience));
    }

    private Session<T> begin() {
        var length = WATCH.plusMillis(chance.nextLong(MORE.toMillis()));
        var options = new ListOptionsBuilder()
                .withResourceVersion(Long.toString(version))
                .withAllowWatchBookmarks(true)
                .withTimeoutSeconds(length.toSeconds())
                .build();
        var listener = new Listener<T>();
        var watch = objects.watch(options, listener);
        var now = clock.instant();
        return new Session<>(watch, listener, now, now.plus(length).plus(GRACE));
    }

    /** Of several that concern one object, the last counts. */
    private News<T> read(Session<T> open, List<Told<T>> heard) {
        var present = new LinkedHashMap<String, T>();
        var gone = new LinkedHashMap<String, T>();
        for (var told : heard) {
            switch (told) {
                case Told.Present<T>(var object) -> {
                    gone.remove(name(object));
                    present.put(name(object), object);
                    seen(object);
                }
                case Told.Gone<T>(var object) -> {
                    present.remove(name(object));
                    gone.put(name(object), object);
                    seen(object);
                }
                case Told.Bookmark<T>(var object) -> seen(object);
                case Told.Ended<T>(var forgotten, var words) -> {
                    end();
                    if (forgotten) {
                        forget();
                        return new News.Unreadable<>(words);
                    }
                    if (present.isEmpty()
                            && gone.isEmpty()
                            && clock.instant().isBefore(open.begun().plus(SHORT))) {
                        return new News.Unreadable<>(words);
                    }
                }
            }
        }
        return new News.Changes<>(version, List.copyOf(present.values()), List.copyOf(gone.values()));
    }

    /** What comes again comes with an old version. */
    private void seen(T object) {
        version = Math.max(version, Pages.version(object.getMetadata().getResourceVersion()));
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    private void forget() {
        end();
        version = 0;
        everythingDue = Instant.MIN;
    }

    private void end() {
        session.ifPresent(open -> open.watch().close());
        session = Optional.empty();
    }

    @Override
    public void close() {
        end();
    }
}
