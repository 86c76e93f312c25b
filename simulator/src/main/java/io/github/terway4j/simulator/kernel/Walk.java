package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way of one packet.
 *
 * @param source as it was chosen, if the sender left it open; all zero if there was no choosing one
 */
public record Walk(Ip source, Ip destination, List<Hop> hops, WalkEnd end) {
    public Walk {
        hops = List.copyOf(hops);
    }

    public boolean deliveredTo(NetNs ns) {
        return end instanceof WalkEnd.Delivered delivered && delivered.ns().equals(ns);
    }

    /** One line, in the order in which it happened. */
    public String words() {
        return hops.stream()
                .map(hop -> hop.words() + "; ")
                .collect(Collectors.joining("", source + " -> " + destination + ": ", end.words()));
    }
}
