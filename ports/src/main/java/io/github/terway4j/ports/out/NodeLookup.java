package io.github.terway4j.ports.out;

import io.github.terway4j.domain.route.ListedNode;

/** What the cluster says of one node. */
public sealed interface NodeLookup {
    record Found(ListedNode node) implements NodeLookup {}

    /** The cluster has no such node, or no longer. */
    record Absent() implements NodeLookup {}

    /** Nothing can be said. */
    record Unreadable(String words) implements NodeLookup {}
}
