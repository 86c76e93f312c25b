package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pod.Complaint;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a pod's author what of the pod's annotations makes no sense. */
final class AnnotationTeller {
    private final Chronicle chronicle;

    AnnotationTeller(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void tell(PodRef pod, List<Complaint> complaints) {
        complaints.forEach(complaint -> chronicle.pod(pod, EventReason.PARSE_FAILED, complaint.words()));
    }

    static String words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::words).collect(Collectors.joining("; and "));
    }
}
