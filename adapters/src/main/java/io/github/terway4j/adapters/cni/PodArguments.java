package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.pod.PodRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who the pod is, from CNI_ARGS: {@code K8S_POD_NAMESPACE=default;K8S_POD_NAME=web}. Other names are left alone, whether
 * or not IgnoreUnknown is among them.
 */
final class PodArguments {
    private PodArguments() {}

    static PodRef pod(String text) {
        var arguments = arguments(text);
        return new PodRef(required(arguments, "K8S_POD_NAMESPACE"), required(arguments, "K8S_POD_NAME"));
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
