package io.github.terway4j.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys that say how we behave in the cluster. */
final class ClusterKeys {
    private ClusterKeys() {}

    static ClusterConfig read(KeyReader keys) {
        var kind = Shapes.text(text -> text.toLowerCase(Locale.ROOT), "a kind");
        return new ClusterConfig(
                keys.read("ipam_type", Shapes.choice(types()), IpamType.NODE),
                keys.read("custom_stateful_workload_kinds", Composites.list(kind), List.of()),
                keys.read("enable_patch_pod_ips", Shapes.flag(), true),
                !keys.read("disable_device_plugin", Shapes.flag(), false),
                keys.read("kube_client_qps", Shapes.number(), 0.0),
                keys.read("kube_client_burst", Shapes.wholeNumber(0), 0));
    }

    private static Map<String, IpamType> types() {
        var types = new LinkedHashMap<String, IpamType>();
        types.put("crd", IpamType.CRD);
        types.put("preferCRD", IpamType.PREFER_CRD);
        return types;
    }
}
