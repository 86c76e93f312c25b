package io.github.terway4j.features.stage;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.ArrayList;
import java.util.List;

/** The events that people would see on pods and nodes. */
final class Events implements Chronicle {
    private final List<String> told = new ArrayList<>();

    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        told.add("%s %s: %s".formatted(pod.name(), reason.text(), message));
    }

    @Override
    public void node(EventReason reason, String message) {
        told.add("node %s: %s".formatted(reason.text(), message));
    }

    List<String> told() {
        return List.copyOf(told);
    }
}
