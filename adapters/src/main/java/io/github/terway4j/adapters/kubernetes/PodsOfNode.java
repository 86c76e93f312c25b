package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;

/** Those pods that are bound to one node. */
record PodsOfNode(ApiServer server, String node) {
    FilterWatchListDeletable<Pod, PodList, PodResource> all() {
        return server.client().pods().inAnyNamespace().withField("spec.nodeName", node);
    }

    boolean has(Pod pod) {
        return pod.getSpec() != null && node.equals(pod.getSpec().getNodeName());
    }
}
