package io.github.terway4j.app.config;

import java.util.List;

/**
 * How we behave in the cluster.
 *
 * @param statefulKinds kinds whose pods keep their address like those of a StatefulSet, in lower case
 * @param patchPodIps whether pods are annotated with their addresses
 * @param devicePlugin whether we tell the kubelet how many ENIs there are to give
 * @param queriesPerSecond to the API server; 0 for as many as there are
 * @param burst at once; 0 for those of a second
 */
public record ClusterConfig(
        IpamType ipam,
        List<String> statefulKinds,
        boolean patchPodIps,
        boolean devicePlugin,
        double queriesPerSecond,
        int burst) {
    public ClusterConfig {
        statefulKinds = List.copyOf(statefulKinds);
    }
}
