package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.ListedPod;
import java.util.List;

/** What the cluster said of all pods of the node. */
public sealed interface PodCensus {
    /**
     * Every pod that is bound to the node, to the last page, at one moment after the question was asked. Whoever cannot
     * say that of a list answers {@code Unreadable}.
     *
     * @param version grows with what happens in the cluster: a list with a lower one than another is the older of the two
     */
    record Complete(long version, List<ListedPod> pods) implements PodCensus {
        public Complete {
            pods = List.copyOf(pods);
        }
    }

    /** Nothing can be said, of no pod: never to be taken for an empty list. */
    record Unreadable(String words) implements PodCensus {}
}
