package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;

/**
 * The keys that say how pods are wired. With Terway they stand in the runtime's network configuration; the agent has to
 * know them before a runtime calls.
 */
final class WiringKeys {
    private WiringKeys() {}

    static WiringConfig read(KeyReader keys) {
        var type = Shapes.text(
                text -> VirtualType.of(text).orElseThrow(() -> new IllegalArgumentException("case does not matter")),
                VirtualType.WORDS);
        var block = Shapes.text(Cidr::parse, "a block");
        return new WiringConfig(
                keys.read("eniip_virtual_type", type, VirtualType.VETH),
                keys.read("host_stack_cidrs", Composites.list(block), List.of()),
                SymmetricKeys.read(keys));
    }

    static void check(KeyReader keys, NodeConfig config) {
        if (config.mode() == DaemonMode.VPC && config.wiring().virtualType() == VirtualType.IPVLAN) {
            keys.warn("daemon_mode is VPC, so that eniip_virtual_type has no effect: there is no ENI to share");
        }
        config.wiring().hostStackCidrs().stream()
                .filter(cidr -> cidr.length() == 0)
                .forEach(cidr -> keys.refuse(
                        "host_stack_cidrs has %s: no pod would reach anything but its host".formatted(cidr)));
        config.wiring().hostStackCidrs().stream()
                .filter(cidr -> !config.families().contains(cidr.family()))
                .forEach(cidr -> keys.warn("host_stack_cidrs has %s, which has no effect: pods get only %s"
                        .formatted(cidr, config.families())));
    }
}
