package io.github.terway4j.app.throughput;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import java.io.IOException;
import java.time.Duration;

/** Measures what one TCP connection carries. */
interface Meter {
    String name();

    /** Payload that arrived, in bits per second, once the connection has run for a while. */
    double goodput(NetNs from, NetNs to, Ip address, Duration length) throws IOException;

    /** iperf3 where it is installed, for everybody knows it; else sockets of our own. */
    static Meter best() {
        return Iperf3.isInstalled() ? new Iperf3() : new OwnSockets();
    }
}
