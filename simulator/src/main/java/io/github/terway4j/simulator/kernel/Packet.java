package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;

/** The head of an IP packet. */
record Packet(Ip source, Ip destination, int timeToLive) {
    /** {@code ip_default_ttl} and {@code hop_limit}. */
    private static final int FRESH = 64;

    static Packet fresh(Ip source, Ip destination) {
        return new Packet(source, destination, FRESH);
    }

    IpFamily family() {
        return destination.family();
    }

    Packet from(Ip newSource) {
        return new Packet(newSource, destination, timeToLive);
    }

    Packet aged() {
        return new Packet(source, destination, timeToLive - 1);
    }

    String words() {
        return source + " -> " + destination;
    }
}
