package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.ports.out.NodeNotes;
import io.github.terway4j.ports.out.Tasks;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Annotations of our node. */
public final class KubernetesNodeNotes implements NodeNotes {
    private final Patches patches;
    private final String node;
    private final Persistence persistence;

    public KubernetesNodeNotes(ApiServer server, String node, Outbox outbox, Tasks tasks) {
        this.patches = new Patches(server);
        this.node = node;
        this.persistence = new Persistence(outbox, tasks);
    }

    @Override
    public void write(SortedMap<String, String> notes) {
        var kept = Map.copyOf(new TreeMap<>(notes));
        persistence.send(
                "the annotations of " + node, () -> patches.annotate("api/v1/nodes/" + node, kept), () -> true);
    }
}
