package io.github.terway4j.app.agent;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;

/** Whatever is told is told to both. */
record Chronicles(Chronicle one, Chronicle other) implements Chronicle {
    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        one.pod(pod, reason, message);
        other.pod(pod, reason, message);
    }

    @Override
    public void node(EventReason reason, String message) {
        one.node(reason, message);
        other.node(reason, message);
    }
}
