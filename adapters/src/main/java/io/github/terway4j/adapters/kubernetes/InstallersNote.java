package io.github.terway4j.adapters.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What kubeadm, and those that do as it does, note of the cluster in a ConfigMap: YAML with {@code networking.serviceSubnet}. */
final class InstallersNote {
    private static final String NAMESPACE = "kube-system";
    private static final String NAME = "kubeadm-config";

    private InstallersNote() {}

    static Optional<String> serviceCidrs(ApiServer server) {
        return Optional.ofNullable(server.client()
                        .configMaps()
                        .inNamespace(NAMESPACE)
                        .withName(NAME)
                        .get())
                .map(note -> note.getData())
                // The second is what the first was called before Kubernetes 1.12.
                .flatMap(data -> Stream.of("ClusterConfiguration", "MasterConfiguration")
                        .filter(data::containsKey)
                        .map(key -> parsed(server, data.getOrDefault(key, "")))
                        .findFirst())
                .flatMap(cluster -> inside(cluster, "networking"))
                .flatMap(networking -> inside(networking, "serviceSubnet"))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    private static Object parsed(ApiServer server, String yaml) {
        return server.client().getKubernetesSerialization().unmarshal(yaml, Map.class);
    }

    private static Optional<Object> inside(Object parent, String key) {
        return parent instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty();
    }
}
