package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.ArrayList;
import java.util.List;

/** What people were told. */
final class Events implements Chronicle {
    final List<String> told = new ArrayList<>();

    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        told.add("%s %s: %s".formatted(pod, reason.text(), message));
    }

    @Override
    public void node(EventReason reason, String message) {
        told.add("node %s: %s".formatted(reason.text(), message));
    }

    long count(String beginning) {
        return told.stream().filter(event -> event.startsWith(beginning)).count();
    }
}
