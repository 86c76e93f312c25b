package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import java.util.Comparator;
import java.util.Optional;

/** The cluster's nodes, asked for. */
public final class KubernetesNodeDirectory implements NodeDirectory {
    private final ApiServer server;
    private final String self;

    public KubernetesNodeDirectory(ApiServer server, String self) {
        this.server = server;
        this.self = self;
    }

    @Override
    public NodeLookup self() {
        return Failure.or(
                NodeLookup.Unreadable::new,
                () -> Optional.ofNullable(server.client().nodes().withName(self).get())
                        .<NodeLookup>map(node -> new NodeLookup.Found(NodeReading.listed(node)))
                        .orElseGet(NodeLookup.Absent::new));
    }

    @Override
    public NodeCensus census() {
        return Failure.or(
                NodeCensus.Unreadable::new,
                () -> new NodeCensus.Complete(Pages.now(server.client().nodes()::list).items().stream()
                        .map(NodeReading::listed)
                        .sorted(Comparator.comparing(ListedNode::name))
                        .toList()));
    }
}
