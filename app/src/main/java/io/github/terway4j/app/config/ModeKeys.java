package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.route.RouteTableId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that say where pods' addresses come from, and which other keys go with that. */
final class ModeKeys {
    private static final Shape<List<IpFamily>> STACKS =
            Shapes.choice(stacks()).worded("ipv4 or dual, or with daemon_mode VPC also ipv6");

    private ModeKeys() {}

    /** Terway's own flag {@code -daemon-mode}, which may stand in {@code eni_conf} here. */
    static DaemonMode mode(KeyReader keys) {
        return keys.read("daemon_mode", Shapes.choice(modes()), DaemonMode.ENI_MULTI_IP);
    }

    static List<IpFamily> families(KeyReader keys) {
        return keys.read("ip_stack", STACKS, List.of(IpFamily.V4));
    }

    static List<RouteTableId> routeTables(KeyReader keys) {
        var table = Shapes.text(RouteTableId::new, "the id of a route table");
        return keys.read("vpc_route_tables", Composites.list(table), List.of());
    }

    /** What each key admits alone, together may make no sense. */
    static void check(KeyReader keys, NodeConfig config) {
        if (config.mode() != DaemonMode.VPC && !config.routeTables().isEmpty()) {
            keys.warn("daemon_mode is not VPC, so that vpc_route_tables has no effect");
        }
        switch (config.mode()) {
            case ENI_MULTI_IP -> checkFamilies(keys, config, "a shared ENI");
            case ENI_ONLY -> {
                checkFamilies(keys, config, "an ENI");
                if (config.eni().trunking()
                        || config.eni().erdma()
                        || config.eni().prefixes().enabled()) {
                    keys.warn(
                            "daemon_mode is ENIOnly, so that enable_eni_trunking, enable_erdma and enable_ip_prefix have"
                                    + " no effect: each pod has an ENI of its own, by the addresses that it is born with");
                }
            }
            case VPC -> {
                if (config.cluster().ipam() != IpamType.NODE) {
                    keys.refuse(
                            "daemon_mode is VPC and ipam_type is set: the addresses of a node's own block are looked"
                                    + " after by the node itself");
                }
                if (config.eni().trunking()
                        || config.eni().erdma()
                        || config.eni().prefixes().enabled()) {
                    keys.warn(
                            "daemon_mode is VPC, so that enable_eni_trunking, enable_erdma and enable_ip_prefix have no"
                                    + " effect: pods have no addresses of ENIs");
                }
            }
        }
    }

    private static void checkFamilies(KeyReader keys, NodeConfig config, String eni) {
        if (!config.families().contains(IpFamily.V4)) {
            keys.refuse(
                    "ip_stack is \"ipv6\" and must be ipv4 or dual, since " + eni + " has an IPv4 address of its own");
        }
    }

    private static Map<String, DaemonMode> modes() {
        var modes = new LinkedHashMap<String, DaemonMode>();
        for (var mode : DaemonMode.values()) {
            modes.put(mode.text(), mode);
        }
        return modes;
    }

    private static Map<String, List<IpFamily>> stacks() {
        var stacks = new LinkedHashMap<String, List<IpFamily>>();
        stacks.put("ipv4", List.of(IpFamily.V4));
        stacks.put("dual", List.of(IpFamily.V4, IpFamily.V6));
        stacks.put("ipv6", List.of(IpFamily.V6));
        return stacks;
    }
}
