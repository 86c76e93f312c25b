package io.github.terway4j.domain.pod;

/** How far a pod's life has come (Kubernetes, {@code status.phase}). */
public enum PodPhase {
    PENDING(false),
    RUNNING(false),
    SUCCEEDED(true),
    /** Evicted pods are in it, too, some of them while their containers still run. */
    FAILED(true),
    /** Its node has not been heard of for a while: that says nothing of the pod. */
    UNKNOWN(false);

    private final boolean over;

    PodPhase(boolean over) {
        this.over = over;
    }

    /** Whether none of its containers will be started again. */
    public boolean over() {
        return over;
    }
}
