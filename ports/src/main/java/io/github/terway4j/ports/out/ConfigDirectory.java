package io.github.terway4j.ports.out;

import java.util.Optional;

/** What the operator has written in the cluster for our node. */
public interface ConfigDirectory {
    /** As it is now, or was when the cluster was last heard of; asks nobody, so that one may look often. */
    ConfigLookup read();

    /** The cluster's service addresses, as whoever installed the cluster has noted them; empty where that cannot be said. */
    Optional<String> serviceCidrs();
}
