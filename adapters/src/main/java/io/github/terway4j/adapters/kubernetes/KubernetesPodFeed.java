package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodNews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The node's pods, watched. For one reader. */
public final class KubernetesPodFeed implements PodFeed {
    private final Subscription<Pod> pods;
    private final PodsOfNode ours;

    public KubernetesPodFeed(ApiServer server, String node, InstantSource clock, RandomGenerator chance) {
        this.ours = new PodsOfNode(server, node);
        this.pods = new Subscription<>(ours.all(), clock, chance);
    }

    @Override
    public PodNews newerThan(long seen, Duration patience) {
        return switch (pods.newerThan(seen, patience)) {
            case News.Everything<Pod>(var version, var listed) ->
                new PodNews.Listed(
                        version,
                        listed.stream().filter(ours::has).map(PodReading::facts).toList());
            case News.Changes<Pod>(var version, var present, var gone) ->
                new PodNews.Changed(
                        version,
                        present.stream()
                                .filter(ours::has)
                                .map(PodReading::facts)
                                .toList(),
                        gone.stream().map(PodReading::name).toList());
            case News.Unreadable<Pod>(var words) -> new PodNews.Unreadable(words);
        };
    }
}
