package io.github.terway4j.features.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is shipped to be applied, and what its containers run. */
record Manifest(String text, List<HasMetadata> objects) {
    /** Goes before our subcommand where the image's entry point does not. */
    private static final String PROGRAM = "/opt/terway/terway4j-app.jar";

    static Manifest read(Path file) throws IOException {
        var text = Files.readString(file);
        List<HasMetadata> objects = new KubernetesSerialization().unmarshal(text);
        return new Manifest(text, objects);
    }

    /** {@code kubectl apply}. */
    void apply(KubernetesClient operator) {
        objects.forEach(object -> operator.resource(object).create());
    }

    /** Of the init container. */
    List<String> installing() {
        return pod().getInitContainers().getFirst().getArgs();
    }

    /** Without the subcommand, and without the ports of a node that has no other agent. */
    List<String> agentOptions() {
        return agent().getArgs().stream()
                .skip(1)
                .filter(word -> !word.startsWith("--listen="))
                .toList();
    }

    /** Of the hook behind the agent's start. */
    List<String> announcing() {
        var words = agent().getLifecycle().getPostStart().getExec().getCommand();
        return words.subList(words.indexOf(PROGRAM) + 1, words.size());
    }

    /** The ConfigMap as files, as a kubelet mounts it. */
    void mountConfiguration(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var entry : only(ConfigMap.class).getData().entrySet()) {
            Files.writeString(folder.resolve(entry.getKey()), entry.getValue());
        }
    }

    private Container agent() {
        return pod().getContainers().getFirst();
    }

    private PodSpec pod() {
        return only(DaemonSet.class).getSpec().getTemplate().getSpec();
    }

    private <T> T only(Class<T> kind) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
