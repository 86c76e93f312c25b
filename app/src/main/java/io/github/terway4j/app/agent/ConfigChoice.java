package io.github.terway4j.app.agent;

import java.nio.file.Path;

/** Where the configuration that all nodes have is read. */
public sealed interface ConfigChoice {
    record File(Path path) implements ConfigChoice {}

    /** In the cluster's own ConfigMap for it. */
    record ConfigMap() implements ConfigChoice {}
}
