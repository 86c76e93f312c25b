package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;

/** An ENI that is a device of this node and prepared for pods. */
record ServingEni(EniWiring wiring, DualStack<Cidr> subnets) {
    /** The address with the length of its vSwitch's block, as the runtime is told. */
    InterfaceAddress onSubnet(Ip ip) {
        var subnet = subnets.get(ip.family())
                .orElseThrow(() -> new IllegalStateException(
                        "%s is held on %s, whose vSwitch has only %s".formatted(ip, wiring.link(), subnets)));
        return new InterfaceAddress(ip, subnet.length());
    }
}
