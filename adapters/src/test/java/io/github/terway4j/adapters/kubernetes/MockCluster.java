package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.route.ListedNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An API server with a store of its own, at the other end of a wire. */
public final class MockCluster implements AutoCloseable {
    final MockApi api = new MockApi();
    final Wire wire;
    final ApiServer server;
    private final KubernetesMockServer mock;
    private final KubernetesClient admin;

    public MockCluster() {
        mock = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), api, false);
        mock.start();
        wire = new Wire(mock.getPort());
        server = ApiServer.at(wire.url());
        admin = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://localhost:" + mock.getPort() + "/")
                        .build())
                .build();
    }

    /** Where it takes requests. */
    public String url() {
        return wire.url();
    }

    /** For whoever asks it by its {@link #url}. */
    public void goAway() {
        wire.cut();
    }

    public void comeBack() {
        wire.mend();
    }

    /** Somebody else, whom no wire concerns. */
    public KubernetesClient admin() {
        return admin;
    }

    public Pod run(String node, PodRef pod) {
        return run(node, pod, UnaryOperator.identity());
    }

    Pod run(String node, PodRef pod, UnaryOperator<PodBuilder> as) {
        var builder = new PodBuilder()
                .withNewMetadata()
                .withNamespace(pod.namespace())
                .withName(pod.name())
                .addToLabels(MockApi.NODE_LABEL, node)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .endSpec();
        return admin.pods()
                .inNamespace(pod.namespace())
                .resource(as.apply(builder).build())
                .create();
    }

    void edit(PodRef pod, UnaryOperator<Pod> as) {
        var pods = admin.pods().inNamespace(pod.namespace());
        pods.resource(as.apply(pods.withName(pod.name()).get())).update();
    }

    public void end(PodRef pod) {
        admin.pods()
                .inNamespace(pod.namespace())
                .withName(pod.name())
                .withGracePeriod(0)
                .delete();
    }

    Node join(ListedNode node) {
        return join(new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .endMetadata()
                .withNewSpec()
                .withProviderID(node.providerId())
                .withPodCIDRs(
                        node.blocks().stream().map(block -> block.toString()).toList())
                .endSpec()
                .build());
    }

    public Node join(Node node) {
        return admin.nodes().resource(node).create();
    }

    void leave(String node) {
        admin.nodes().withName(node).delete();
    }

    void configure(String namespace, String name, Map<String, String> texts) {
        admin.configMaps()
                .inNamespace(namespace)
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withData(texts)
                        .build())
                .createOr(replacing -> replacing.update());
    }

    @Override
    public void close() {
        server.close();
        wire.close();
        admin.close();
        mock.shutdown();
    }
}
