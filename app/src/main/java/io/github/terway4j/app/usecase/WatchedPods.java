package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Answers from what the feed has told, so that an ADD asks nobody. A pod that it has not told of, by its uid where
 * somebody knows that, is read once: the feed may not have caught up. While the feed is silent, what it told last still counts.
 */
public final class WatchedPods implements PodDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Backoff SILENCE = new Backoff(Duration.ofMillis(200), 2, Duration.ofSeconds(10));

    private final PodFeed feed;
    private final PodDirectory source;
    private final Tasks tasks;
    private volatile Instant heardAt;
    private volatile Map<PodRef, PodFacts> told = Map.of();
    private volatile Consumer<Collection<PodFacts>> listener = _ -> {};

    public WatchedPods(PodFeed feed, PodDirectory source, Tasks tasks) {
        this.feed = feed;
        this.source = source;
        this.tasks = tasks;
        this.heardAt = tasks.instant();
    }

    @Override
    public PodLookup find(PodRef pod) {
        return find(pod, "");
    }

    /** Who has that name may be one whose end the feed has not told of yet. */
    @Override
    public PodLookup find(PodRef pod, String uid) {
        var facts = told.get(pod);
        var known = facts == null ? new PodLookup.Absent() : new PodLookup.Found(facts).onlyOf(uid);
        return known instanceof PodLookup.Found ? known : source.find(pod, uid);
    }

    /** A feed may skip or repeat something: who wants all of them asks the source. */
    @Override
    public PodCensus census() {
        return source.census();
    }

    /** Hears from now on of pods that have come or changed, and now of all that are told of; it must not wait. */
    public void whenTold(Consumer<Collection<PodFacts>> newListener) {
        listener = newListener;
        newListener.accept(told.values());
    }

    /** For how long the feed has said nothing, not even that there is nothing new. */
    public Duration silence() {
        return Duration.between(heardAt, tasks.instant());
    }

    /** Listens for ever. */
    public void run() {
        var seen = 0L;
        var failures = 0;
        while (true) {
            switch (feed.newerThan(seen, PATIENCE)) {
                case PodNews.Listed(var version, var pods) -> {
                    told = with(new TreeMap<>(), pods);
                    seen = version;
                    failures = 0;
                    heardAt = tasks.instant();
                    listener.accept(pods);
                }
                case PodNews.Changed(var version, var present, var gone) -> {
                    var changed = with(new TreeMap<>(told), present);
                    gone.forEach(changed::remove);
                    told = changed;
                    seen = version;
                    failures = 0;
                    heardAt = tasks.instant();
                    listener.accept(present);
                }
                case PodNews.Unreadable _ -> tasks.sleep(SILENCE.after(++failures));
            }
        }
    }

    private static Map<PodRef, PodFacts> with(Map<PodRef, PodFacts> pods, List<PodFacts> more) {
        more.forEach(facts -> pods.put(facts.pod(), facts));
        return pods;
    }
}
