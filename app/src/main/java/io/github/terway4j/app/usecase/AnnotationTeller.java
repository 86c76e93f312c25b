package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pod.Complaint;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a pod's author what of the pod's annotations makes no sense: once, until something else does. For any thread. */
public final class AnnotationTeller {
    /** Chosen: more than a node has pods; who is forgotten is told once more. */
    private static final int REMEMBERED = 1_000;

    private final Chronicle chronicle;
    private final Map<PodRef, List<Complaint>> told = new LinkedHashMap<>();

    public AnnotationTeller(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void tell(PodRef pod, List<Complaint> complaints) {
        if (isNews(pod, complaints)) {
            complaints.forEach(complaint -> chronicle.pod(pod, EventReason.PARSE_FAILED, complaint.words()));
        }
    }

    private boolean isNews(PodRef pod, List<Complaint> complaints) {
        synchronized (told) {
            var before = told.remove(pod);
            if (complaints.isEmpty()) {
                return false;
            }
            told.put(pod, complaints);
            if (told.size() > REMEMBERED) {
                told.remove(told.keySet().iterator().next());
            }
            return !complaints.equals(before);
        }
    }

    static String words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::words).collect(Collectors.joining("; and "));
    }
}
