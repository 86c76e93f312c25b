package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.net.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var virtualType = keys.read("eniip_virtual_type", type, VirtualType.VETH);
        return new WiringConfig(
                virtualType,
                members(keys, virtualType),
                keys.read("host_stack_cidrs", Composites.list(block), List.of()),
                SymmetricKeys.read(keys));
    }

    /** Filters give a pod to the host as a veth pair does, and the host meets no IPvlan slave's address there. */
    private static VlanStripType members(KeyReader keys, VirtualType others) {
        var types = Shapes.choice(stripTypes());
        return switch (others) {
            case VETH -> keys.read("vlan_strip_type", types, VlanStripType.FILTER);
            case IPVLAN -> {
                if (keys.read("vlan_strip_type", types, VlanStripType.VLAN) == VlanStripType.FILTER) {
                    keys.warn("eniip_virtual_type is ipvlan, so that vlan_strip_type filter has no effect: pods with a"
                            + " member ENI get a VLAN device");
                }
                yield VlanStripType.VLAN;
            }
        };
    }

    private static Map<String, VlanStripType> stripTypes() {
        var types = new LinkedHashMap<String, VlanStripType>();
        for (var type : VlanStripType.values()) {
            types.put(type.text(), type);
        }
        return types;
    }

    static void check(KeyReader keys, NodeConfig config) {
        if (!config.eni().trunking() && keys.has("vlan_strip_type", "member_min_pool_size", "member_max_pool_size")) {
            keys.warn("enable_eni_trunking is not true, so that vlan_strip_type, member_min_pool_size and"
                    + " member_max_pool_size have no effect");
        }
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
