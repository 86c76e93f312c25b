package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.ListedNode;
import java.util.List;
import java.util.Optional;

/** What a node is to us. */
final class NodeReading {
    private NodeReading() {}

    /** @throws IllegalArgumentException where its blocks are none */
    static ListedNode listed(Node node) {
        var spec = Optional.ofNullable(node.getSpec()).orElseGet(NodeSpec::new);
        return new ListedNode(
                node.getMetadata().getName(),
                Optional.ofNullable(spec.getProviderID()).orElse(""),
                blocks(spec).stream().map(Cidr::parse).toList());
    }

    /** Before there were two families there was one field for one block. */
    private static List<String> blocks(NodeSpec spec) {
        return Optional.ofNullable(spec.getPodCIDRs())
                .filter(blocks -> !blocks.isEmpty())
                .orElseGet(() -> Optional.ofNullable(spec.getPodCIDR()).stream()
                        .filter(block -> !block.isEmpty())
                        .toList());
    }
}
