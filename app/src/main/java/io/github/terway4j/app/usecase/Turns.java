package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** One at a time: calls about the same sandbox or the same pod wait for each other. */
public final class Turns {
    private final Set<String> taken = new TreeSet<>();
    private final Tasks.Signal ended;

    public Turns(Tasks tasks) {
        ended = tasks.signal("turn ended");
    }

    /** A sandbox alone, for calls that name no pod. */
    static List<String> of(AttachmentKey key) {
        return List.of("sandbox " + key.containerId());
    }

    static List<String> of(PodRef pod) {
        return List.of("pod " + pod);
    }

    static List<String> of(AttachmentKey key, PodRef pod) {
        var names = new ArrayList<>(of(key));
        names.addAll(of(pod));
        return names;
    }

    /** Does the work when nobody else is at work on any of these; if not before the deadline, {@code tooLate}. */
    <T> T inTurn(List<String> names, Instant deadline, Supplier<T> work, Supplier<T> tooLate) {
        if (!take(names, deadline)) {
            return tooLate.get();
        }
        try {
            return work.get();
        } finally {
            synchronized (taken) {
                names.forEach(taken::remove);
            }
            ended.raise();
        }
    }

    private boolean take(List<String> names, Instant deadline) {
        var inTime = true;
        while (true) {
            var seen = ended.count();
            synchronized (taken) {
                if (Collections.disjoint(taken, names)) {
                    taken.addAll(names);
                    return true;
                }
            }
            if (!inTime) {
                return false;
            }
            inTime = ended.awaitBeyond(seen, deadline);
        }
    }
}
