package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/** What a route or a rule in a node's own namespace is about. */
final class Subject {
    private Subject() {}

    /** The pod's address that it is about; empty if it is not ours, or about no single address. */
    static Optional<Ip> of(KernelObject object) {
        if (object instanceof KernelObject.Route route && route.protocol() == Ownership.PROTOCOL) {
            return route.table() == RouteTables.MAIN ? single(route.destination()) : Optional.empty();
        }
        if (object instanceof KernelObject.Rule rule && rule.protocol() == Ownership.PROTOCOL) {
            return single(rule.selector().from())
                    .or(() -> single(rule.selector().to()));
        }
        return Optional.empty();
    }

    /** The link that a route leads to. */
    static Optional<LinkName> way(KernelObject object) {
        return object instanceof KernelObject.Route route && route.hop() instanceof NextHop.Direct(var link)
                ? Optional.of(link)
                : Optional.empty();
    }

    /** Whether it is a rule about what is for an address. */
    static boolean rulesWhatComes(KernelObject object) {
        return object instanceof KernelObject.Rule rule
                && single(rule.selector().to()).isPresent();
    }

    /** Whether it is a rule about what comes from an address. */
    static boolean rulesWhatGoes(KernelObject object) {
        return object instanceof KernelObject.Rule rule
                && single(rule.selector().from()).isPresent();
    }

    private static Optional<Ip> single(Cidr cidr) {
        return cidr.isHost() ? Optional.of(cidr.network()) : Optional.empty();
    }
}
