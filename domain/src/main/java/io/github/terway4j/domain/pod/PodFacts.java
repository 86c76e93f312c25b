package io.github.terway4j.domain.pod;

import io.github.terway4j.domain.eni.TrafficMode;

/**
 * What the cluster says of a pod.
 *
 * @param uid tells two pods of one name apart
 * @param traffic that its ENI must carry: RDMA where it asks for the resource {@code aliyun/erdma}
 */
public record PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth, Workload workload, TrafficMode traffic) {
    /** Of a pod that asks for no RDMA. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth, Workload workload) {
        this(pod, uid, bandwidth, workload, TrafficMode.STANDARD);
    }

    /** Of a pod that nobody owns. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth) {
        this(pod, uid, bandwidth, Workload.NONE);
    }
}
