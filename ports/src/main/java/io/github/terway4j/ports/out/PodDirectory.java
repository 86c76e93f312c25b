package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.PodRef;

/** What the cluster says of the pods of this node. */
public interface PodDirectory {
    PodLookup find(PodRef pod);

    /** The pod with this uid only, for another may have had its name before; whoever has that name where the uid is empty. */
    default PodLookup find(PodRef pod, String uid) {
        return find(pod).onlyOf(uid);
    }

    /** All of them, as the API server itself says, not as somebody remembers. */
    PodCensus census();
}
