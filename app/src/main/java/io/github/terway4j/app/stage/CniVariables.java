package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** What a container runtime says to a CNI plugin. */
public final class CniVariables {
    /** On stdin. */
    public static final String CONFIG =
            Json.write(new TreeMap<>(Map.of("cniVersion", "1.1.0", "name", "terway", "type", "terway")));

    private CniVariables() {}

    /** In its environment. */
    public static Map<String, String> of(String command, Sandbox sandbox) {
        var arguments =
                "IgnoreUnknown=1;K8S_POD_NAMESPACE=%s;K8S_POD_NAME=%s;K8S_POD_INFRA_CONTAINER_ID=%s;K8S_POD_UID=%s"
                        .formatted(sandbox.pod().namespace(), sandbox.pod().name(), sandbox.id(), sandbox.podUid());
        return Map.of(
                "CNI_COMMAND",
                command,
                "CNI_CONTAINERID",
                sandbox.id(),
                "CNI_NETNS",
                sandbox.netns().path(),
                "CNI_IFNAME",
                Sandbox.INTERFACE.text(),
                "CNI_ARGS",
                arguments,
                "CNI_PATH",
                "/opt/cni/bin");
    }
}
