package io.github.terway4j.domain.pod;

/**
 * What the cluster says of a pod.
 *
 * @param uid tells two pods of one name apart
 */
public record PodFacts(PodRef pod, String uid, BandwidthLimit bandwidth) {}
