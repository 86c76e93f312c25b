package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;

/**
 * What tells the kernel over which RDMA device sockets of a pod may speak: SMC-R (RFC 7609) goes only where both ends are on one
 * physical network, and finds by a table which devices are on which. A pod without a hint speaks TCP.
 */
public interface RdmaHints {
    /** Where nobody has such hardware. */
    RdmaHints NONE = (_, hardware, _, _) -> new HintOutcome.NotHere("nobody looks for RDMA devices here: " + hardware);

    /**
     * From now on the link in the namespace is on the network of the RDMA device that belongs to hardware with this address.
     * What is so already stays as it is; the hint goes with the namespace.
     *
     * @param host where that hardware is
     */
    HintOutcome give(NetNs host, Mac hardware, NetNs ns, LinkName link);
}
