package io.github.terway4j.app.conflist;

import java.util.Locale;
import java.util.Map;

/** Whether NetworkPolicies are in force on the node. */
public enum Policies {
    IN_FORCE,
    NOT_IN_FORCE;

    /** By the value of the ConfigMap's {@code disable_network_policy}, as Terway reads it; empty where the key is left out. */
    public static Policies ofDisabled(String value) {
        return switch (value) {
            case "", "0", "false" -> IN_FORCE;
            default -> NOT_IN_FORCE;
        };
    }

    /** Whether a plugin of ours with this configuration is followed by cilium's. */
    boolean byCilium(Map<String, Object> ours) {
        return switch (String.valueOf(ours.getOrDefault("eniip_virtual_type", ""))
                .toLowerCase(Locale.ROOT)) {
            case "datapathv2" -> true;
            case "ipvlan" -> false;
            default -> this == IN_FORCE && "ebpf".equals(ours.get("network_policy_provider"));
        };
    }
}
