package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.Optional;

/** The node's pods, asked for: one by one, or all of them as things stand now. */
public final class KubernetesPodDirectory implements PodDirectory {
    private final ApiServer server;
    private final PodsOfNode ours;

    public KubernetesPodDirectory(ApiServer server, String node) {
        this.server = server;
        this.ours = new PodsOfNode(server, node);
    }

    @Override
    public PodLookup find(PodRef pod) {
        return Failure.or(
                PodLookup.Unreadable::new,
                () -> Optional.ofNullable(server.client()
                                .pods()
                                .inNamespace(pod.namespace())
                                .withName(pod.name())
                                .get())
                        .filter(ours::has)
                        .<PodLookup>map(found -> new PodLookup.Found(PodReading.facts(found)))
                        .orElseGet(PodLookup.Absent::new));
    }

    @Override
    public PodCensus census() {
        return Failure.or(PodCensus.Unreadable::new, () -> {
            var listed = Pages.now(ours.all()::list);
            return new PodCensus.Complete(
                    listed.version(),
                    listed.items().stream()
                            .filter(ours::has)
                            .map(PodReading::listed)
                            .toList());
        });
    }
}
