package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.PodFacts;

/** What the cluster said of one pod. */
public sealed interface PodLookup {
    record Found(PodFacts facts) implements PodLookup {}

    /** The cluster knows no such pod on this node. */
    record Absent() implements PodLookup {}

    /** Nothing can be said: never to be taken for {@code Absent}. */
    record Unreadable(String words) implements PodLookup {}

    /** The same, if it is about the pod with this uid; any, where the uid is empty. */
    default PodLookup onlyOf(String uid) {
        return this instanceof Found(var facts)
                        && !uid.isEmpty()
                        && !facts.uid().equals(uid)
                ? new Absent()
                : this;
    }
}
