package io.github.terway4j.app.agent;

import java.nio.file.Path;

/** Which cluster an agent's node is in. */
public sealed interface ClusterChoice {
    /** The one of the simulated world. */
    record World() implements ClusterChoice {}

    /**
     * The one in one of whose pods we run.
     *
     * @param namespace where ConfigMaps for nodes are
     */
    record AroundUs(String namespace) implements ClusterChoice {}

    /** The one that a kubeconfig names. */
    record Named(Path kubeconfig, String namespace) implements ClusterChoice {}
}
