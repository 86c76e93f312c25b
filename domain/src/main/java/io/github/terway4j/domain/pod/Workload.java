package io.github.terway4j.domain.pod;

/**
 * What made the pod, and what it says of its pods' addresses.
 *
 * @param kind of the object that owns the pod, in lower case, like {@code statefulset}; empty where nothing does
 * @param keepsAddress the pod's annotation {@code k8s.aliyun.com/pod-ip-reservation}
 */
public record Workload(String kind, boolean keepsAddress) {
    /** A pod that nobody owns and that says nothing. */
    public static final Workload NONE = new Workload("", false);
}
