package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.PodRef;

/** What the cluster says of the pods of this node. */
public interface PodDirectory {
    PodLookup find(PodRef pod);

    /** All of them, as the API server itself says, not as somebody remembers. */
    PodCensus census();
}
