package io.github.terway4j.ports.out;

import io.github.terway4j.domain.node.NodeLabels;
import java.util.List;

/** What the cluster says of how a node is to be served. */
public sealed interface ConfigLookup {
    /**
     * This is written for it.
     *
     * @param texts what holds for all nodes, then what is otherwise on this one
     */
    record Written(NodeLabels labels, List<ConfigText> texts) implements ConfigLookup {
        public Written {
            texts = List.copyOf(texts);
        }
    }

    /** Something that ought to be there is not. */
    record Missing(String words) implements ConfigLookup {}

    /** Nothing can be said. */
    record Unreadable(String words) implements ConfigLookup {}
}
