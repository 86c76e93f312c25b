package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How pods are wired, where their mode leaves a choice.
 *
 * @param members how pods behind the trunk are told apart on its wire
 * @param hostStackCidrs what pods find by their host's stack
 * @param symmetric how pods' answers go back as the question came; empty where they need not
 */
public record WiringConfig(
        VirtualType virtualType,
        VlanStripType members,
        List<Cidr> hostStackCidrs,
        Optional<SymmetricRouting> symmetric) {
    public WiringConfig {
        hostStackCidrs = List.copyOf(hostStackCidrs);
    }

    /** The same, in a cluster with these services. */
    public NodeWiring wiring(List<Cidr> serviceCidrs) {
        return new NodeWiring(
                        virtualType,
                        Stream.concat(serviceCidrs.stream(), hostStackCidrs.stream())
                                .toList())
                .with(members);
    }
}
