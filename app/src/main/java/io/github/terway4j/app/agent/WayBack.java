package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.adapters.nftables.NftConnectionMarks;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.SymmetricRouter;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.fault.Fault;
import java.util.Optional;

/** Has symmetric routing be as the configuration says: on, or off and nothing left of it. */
final class WayBack {
    private WayBack() {}

    /** Returns why it cannot be so; empty when it is. */
    static Optional<String> settle(NodeConfig config, NetNs host) {
        try (var kernel = new NetlinkKernel()) {
            var router = new SymmetricRouter(kernel, new NftConnectionMarks(), host);
            return config.wiring()
                    .symmetric()
                    .map(wanted -> router.turnOn(wanted, config.families()))
                    .orElseGet(router::turnOff)
                    .map(Fault::words);
        }
    }
}
