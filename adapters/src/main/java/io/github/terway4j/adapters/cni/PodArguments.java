package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.pod.PodRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who the pod is, from CNI_ARGS: {@code K8S_POD_NAMESPACE=default;K8S_POD_NAME=web;K8S_POD_UID=...}. Other names are left
 * alone, whether or not IgnoreUnknown is among them.
 *
 * @param uid as the kubelet has it; empty where the runtime is too old to say it
 */
record PodArguments(PodRef pod, String uid) {
    static PodArguments read(String text) {
        var arguments = arguments(text);
        var pod = new PodRef(required(arguments, "K8S_POD_NAMESPACE"), required(arguments, "K8S_POD_NAME"));
        return new PodArguments(pod, arguments.getOrDefault("K8S_POD_UID", ""));
    }

    private static Map<String, String> arguments(String text) {
        var arguments = new LinkedHashMap<String, String>();
        for (var pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                arguments.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (!pair.isBlank()) {
                throw refused("CNI_ARGS is malformed", "'%s' is not of the form NAME=value".formatted(pair));
            }
        }
        return arguments;
    }

    private static String required(Map<String, String> arguments, String name) {
        var value = arguments.getOrDefault(name, "");
        if (value.isBlank()) {
            throw refused(name + " is missing in CNI_ARGS", "without it nobody knows whose sandbox this is");
        }
        return value;
    }

    private static Refused refused(String msg, String details) {
        return new Refused(CniError.invalidEnvironment(msg, details));
    }
}
