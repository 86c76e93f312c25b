package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KubernetesConfigDirectoryTest {
    private static final String SYSTEM = "kube-system";
    private static final String SHARED = "{\"max_pool_size\": 5}";
    private static final String OWN = "{\"max_pool_size\": 50}";

    private final MockCluster cluster = new MockCluster();
    private final SystemTasks tasks = new SystemTasks();

    @AfterEach
    void end() {
        tasks.close();
        cluster.close();
    }

    @Test
    void what_all_nodes_have_is_read_and_then_what_this_one_has() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED));
        cluster.configure(SYSTEM, "large", Map.of("eni_conf", OWN));
        join(Map.of("terway-config", "large"));
        assertEquals(
                List.of(
                        new ConfigText("ConfigMap kube-system/eni-config", SHARED),
                        new ConfigText("ConfigMap kube-system/large", OWN)),
                written(directory()).texts());
    }

    @Test
    void what_is_written_for_the_runtime_is_told_with_it() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED, "10-terway.conf", "{}"));
        cluster.configure(SYSTEM, "large", Map.of("eni_conf", OWN));
        join(Map.of("terway-config", "large"));
        var directory = directory();
        assertEquals(
                Optional.of(new ConfigText("10-terway.conf of ConfigMap kube-system/eni-config", "{}")),
                written(directory).runtimes());
        cluster.configure(SYSTEM, "large", Map.of("eni_conf", OWN, "10-terway.conf", "{}", "10-terway.conflist", "[]"));
        var list = new ConfigText("10-terway.conflist of ConfigMap kube-system/large", "[]");
        await(
                directory,
                lookup -> lookup instanceof ConfigLookup.Written written
                        && written.runtimes().equals(Optional.of(list)));
    }

    @Test
    void labels_are_told_with_it() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED));
        join(Map.of("k8s.aliyun.com/exclusive-mode-eni-type", "eniOnly"));
        assertEquals(
                Optional.of(DaemonMode.ENI_ONLY), written(directory()).labels().mode());
    }

    @Test
    void what_changes_is_seen_without_asking() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED));
        cluster.configure(SYSTEM, "large", Map.of("eni_conf", OWN));
        join(Map.of());
        var directory = directory();
        written(directory);
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", "{}"));
        await(
                directory,
                lookup -> lookup instanceof ConfigLookup.Written written
                        && written.texts().getFirst().text().equals("{}"));
        cluster.admin()
                .nodes()
                .withName("node-a")
                .edit(node -> new NodeBuilder(node)
                        .editMetadata()
                        .addToLabels("terway-config", "large")
                        .endMetadata()
                        .build());
        await(
                directory,
                lookup -> lookup instanceof ConfigLookup.Written written
                        && written.texts().size() == 2);
        cluster.admin().configMaps().inNamespace(SYSTEM).withName("large").delete();
        await(directory, ConfigLookup.Missing.class::isInstance);
    }

    @Test
    void a_config_map_that_is_named_and_not_there_is_missed_by_its_name() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED));
        join(Map.of("terway-config", "large"));
        var missing = assertInstanceOf(
                ConfigLookup.Missing.class, await(directory(), lookup -> !(lookup instanceof ConfigLookup.Unreadable)));
        assertEquals("ConfigMap kube-system/large is wanted, and there is none", missing.words());
    }

    @Test
    void a_config_map_without_the_key_is_missed_as_well() {
        cluster.configure(SYSTEM, "eni-config", Map.of("10-terway.conf", "{}"));
        join(Map.of());
        var missing = assertInstanceOf(
                ConfigLookup.Missing.class, await(directory(), lookup -> !(lookup instanceof ConfigLookup.Unreadable)));
        assertEquals("ConfigMap kube-system/eni-config has no key eni_conf", missing.words());
    }

    @Test
    void while_nobody_answers_what_was_heard_last_still_counts() {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", SHARED));
        join(Map.of());
        var directory = directory();
        written(directory);
        cluster.wire.cut();
        assertInstanceOf(ConfigLookup.Written.class, directory.read());
    }

    @Test
    void who_has_heard_nothing_yet_says_so() {
        cluster.wire.cut();
        assertInstanceOf(ConfigLookup.Unreadable.class, directory().read());
    }

    @Test
    void the_service_addresses_are_those_that_the_installer_has_noted() {
        var directory = directory();
        assertEquals(Optional.empty(), directory.serviceCidrs());
        cluster.configure(SYSTEM, "kubeadm-config", Map.of("ClusterConfiguration", """
                        apiVersion: kubeadm.k8s.io/v1beta3
                        kind: ClusterConfiguration
                        networking:
                          dnsDomain: cluster.local
                          serviceSubnet: 172.21.0.0/20,fd00:21::/112
                        """));
        assertEquals(Optional.of("172.21.0.0/20,fd00:21::/112"), directory.serviceCidrs());
        cluster.configure(SYSTEM, "kubeadm-config", Map.of("ClusterConfiguration", "networking: none"));
        assertEquals(Optional.empty(), directory.serviceCidrs());
        cluster.api.answer(403);
        assertEquals(Optional.empty(), directory.serviceCidrs());
    }

    private void join(Map<String, String> labels) {
        cluster.join(new NodeBuilder()
                .withNewMetadata()
                .withName("node-a")
                .withLabels(labels)
                .endMetadata()
                .build());
    }

    private KubernetesConfigDirectory directory() {
        return KubernetesConfigDirectory.watching(
                cluster.server,
                "node-a",
                SYSTEM,
                List.of(KubernetesConfigDirectory.SHARED),
                tasks,
                new SplittableRandom(1));
    }

    private ConfigLookup.Written written(KubernetesConfigDirectory directory) {
        return assertInstanceOf(
                ConfigLookup.Written.class, await(directory, lookup -> !(lookup instanceof ConfigLookup.Unreadable)));
    }

    private ConfigLookup await(KubernetesConfigDirectory directory, Predicate<ConfigLookup> enough) {
        var last = System.nanoTime() + 20_000_000_000L;
        var lookup = directory.read();
        while (!enough.test(lookup)) {
            assertTrue(System.nanoTime() < last, "still " + lookup);
            // Nobody tells when a watch has told something.
            tasks.sleep(Duration.ofMillis(5));
            lookup = directory.read();
        }
        return lookup;
    }
}
