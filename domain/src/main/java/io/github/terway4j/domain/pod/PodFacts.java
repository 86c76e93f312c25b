package io.github.terway4j.domain.pod;

import io.github.terway4j.domain.eni.TrafficMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cluster says of a pod.
 *
 * @param uid tells two pods of one name apart
 * @param traffic that its ENI must carry: RDMA where it asks for the resource {@code aliyun/erdma}
 */
public record PodFacts(
        PodRef pod,
        String uid,
        PodAnnotations annotations,
        Workload workload,
        TrafficMode traffic,
        PodInterfaces interfaces) {
    /** Of a pod with one interface. */
    public PodFacts(PodRef pod, String uid, PodAnnotations annotations, Workload workload, TrafficMode traffic) {
        this(pod, uid, annotations, workload, traffic, PodInterfaces.THE_ONE);
    }

    /** Of a pod that asks for no RDMA, and for this limit by Kubernetes' annotations. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit limit, Workload workload) {
        this(pod, uid, PodAnnotations.of(limit), workload, TrafficMode.STANDARD);
    }

    /** Of a pod that nobody owns. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit limit) {
        this(pod, uid, limit, Workload.NONE);
    }

    /** The same pod, with these on it. */
    public PodFacts annotated(PodAnnotations others) {
        return new PodFacts(pod, uid, others, workload, traffic, interfaces);
    }

    public AnnotatedBandwidth bandwidth() {
        return AnnotatedBandwidth.of(annotations);
    }

    /** A word that is none changes nothing. */
    public NetworkPriority priority() {
        return annotations
                .get(NetworkPriority.ANNOTATION)
                .flatMap(NetworkPriority::of)
                .orElse(NetworkPriority.BURSTABLE);
    }

    /** All that makes no sense of what stands on the pod. */
    public List<Complaint> complaints() {
        var all = new ArrayList<>(bandwidth().complaints());
        annotations
                .get(NetworkPriority.ANNOTATION)
                .filter(word -> NetworkPriority.of(word).isEmpty())
                .ifPresent(word -> all.add(Complaint.about(
                        NetworkPriority.ANNOTATION,
                        word,
                        "is no priority",
                        "it takes one of " + NetworkPriority.allowed())));
        return all;
    }
}
