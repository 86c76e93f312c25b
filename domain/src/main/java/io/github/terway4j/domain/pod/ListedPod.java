package io.github.terway4j.domain.pod;

/**
 * A pod as it stands on the cluster's list of a node's pods.
 *
 * @param hostNetwork it lives with the node's own addresses
 * @param terminating somebody has deleted it, and it has not ended yet
 */
public record ListedPod(PodFacts facts, PodPhase phase, boolean hostNetwork, boolean terminating) {
    /**
     * Whether, by what the cluster says, the pod may have an address of ours. One that is being deleted has it until it
     * is off the list. That the cluster says no is never enough to take the address: an evicted pod is told to have
     * failed before its containers have ended.
     */
    public boolean mayHaveAddress() {
        return !hostNetwork && !phase.over();
    }
}
