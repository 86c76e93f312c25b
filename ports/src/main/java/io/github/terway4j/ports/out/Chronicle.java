package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.PodRef;

/** Tells people what happened: events on the pod or the node that it concerns, by Terway's reasons. Never fails. */
public interface Chronicle {
    void pod(PodRef pod, EventReason reason, String message);

    void node(EventReason reason, String message);
}
