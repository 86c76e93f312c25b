package io.github.terway4j.ports.out;

/** What the cluster says of its nodes. */
public interface NodeDirectory {
    /** The node that we run on. */
    NodeLookup self();

    /** All of them, as the API server itself says, not as somebody remembers. */
    NodeCensus census();
}
