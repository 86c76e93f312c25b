package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;

/** Tries out whether namespaces can talk: for tests and demonstrations. */
public interface Traffic {
    /**
     * Opens a TCP connection from one namespace to an address that another answers for, sends {@code bytes} each way,
     * and tells whether all arrived unchanged.
     */
    TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int bytes);
}
