package io.github.terway4j.adapters.cni;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls as a runtime makes them. */
final class Calls {
    private Calls() {}

    static Map<String, String> environment(String command) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("CNI_COMMAND", command);
        environment.put("CNI_CONTAINERID", "0a1b2c");
        environment.put("CNI_NETNS", "/var/run/netns/cni-1");
        environment.put("CNI_IFNAME", "eth0");
        environment.put(
                "CNI_ARGS",
                "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=web;K8S_POD_INFRA_CONTAINER_ID=0a1b2c");
        environment.put("CNI_PATH", "/opt/cni/bin");
        return environment;
    }

    /** A configuration with these members besides what each has: {@code ,"mtu":1400}. */
    static String config(String version, String more) {
        return "{\"cniVersion\":\"%s\",\"name\":\"terway\",\"type\":\"terway\"%s}".formatted(version, more);
    }

    static CniRequest call(String command, String stdin) {
        return call(environment(command), stdin);
    }

    static CniRequest call(Map<String, String> environment, String stdin) {
        return CniRequest.of(Environment.of(environment).block(), stdin.getBytes(StandardCharsets.UTF_8));
    }
}
