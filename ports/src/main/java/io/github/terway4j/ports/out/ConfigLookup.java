package io.github.terway4j.ports.out;

import io.github.terway4j.domain.node.NodeLabels;
import java.util.List;
import java.util.Optional;

/** What the cluster says of how a node is to be served. */
public sealed interface ConfigLookup {
    /**
     * This is written for it.
     *
     * @param texts what holds for all nodes, then what is otherwise on this one
     * @param runtimes what is written for the container runtime, a plugin or a list of them, beside the last text that has such
     */
    record Written(NodeLabels labels, List<ConfigText> texts, Optional<ConfigText> runtimes) implements ConfigLookup {
        public Written {
            texts = List.copyOf(texts);
        }

        /** Nothing is written for the runtime. */
        public Written(NodeLabels labels, List<ConfigText> texts) {
            this(labels, texts, Optional.empty());
        }
    }

    /** Something that ought to be there is not. */
    record Missing(String words) implements ConfigLookup {}

    /** Nothing can be said. */
    record Unreadable(String words) implements ConfigLookup {}
}
