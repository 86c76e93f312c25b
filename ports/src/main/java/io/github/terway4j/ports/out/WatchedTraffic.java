package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;

/** Tries out whether namespaces can talk, and watches them: for tests and demonstrations. */
public interface WatchedTraffic {
    /**
     * An exchange, as of {@link Traffic#exchange}, of which is told who the one that answered saw, and what each link of a
     * namespace on the way carried of it.
     *
     * @param between where somebody stands and counts, such as what plays the VPC
     */
    Sighting watch(NetNs from, NetNs to, Ip address, int bytes, NetNs between);
}
