package io.github.terway4j.ports.out;

import io.github.terway4j.domain.route.ListedNode;
import java.util.List;

/** The nodes of the cluster. */
public sealed interface NodeCensus {
    /** All of them, in the order of their names. */
    record Complete(List<ListedNode> nodes) implements NodeCensus {
        public Complete {
            nodes = List.copyOf(nodes);
        }
    }

    /** Nothing can be said: that is not to say that there are none. */
    record Unreadable(String words) implements NodeCensus {}
}
