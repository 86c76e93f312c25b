package io.github.terway4j.domain.pod;

/**
 * What the cluster says of a pod.
 *
 * @param uid tells two pods of one name apart
 */
public record PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth, Workload workload) {
    /** Of a pod that nobody owns. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth) {
        this(pod, uid, bandwidth, Workload.NONE);
    }
}
