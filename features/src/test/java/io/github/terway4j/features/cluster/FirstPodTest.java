package io.github.terway4j.features.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.kubernetes.MockCluster;
import io.github.terway4j.app.stage.CloudAccess;
import io.github.terway4j.app.stage.CniVariables;
import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.Stages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of the manual's table from an empty cluster to the first pod, each as it stands there: the manifest as it is shipped,
 * its containers' own commands, an API server, a cloud that is called over HTTP, the real kernel.
 */
final class FirstPodTest {
    private static final Path MANIFEST = Path.of("..", "deploy", "terway-multiip.yml");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BETWEEN_LOOKS_MILLIS = 50;

    /** CNI specification, section 5, "Error". */
    private static final long TRY_AGAIN_LATER = 11;

    private static final String PLUGIN = "{\"cniVersion\":\"1.0.0\",\"name\":\"terway\",\"type\":\"terway\"}";

    @TempDir
    private Path folder = Path.of("");

    private final MockCluster cluster = new MockCluster();
    private Optional<LinuxStage> open = Optional.empty();

    @BeforeEach
    void needsTheRealKernel() {
        Stages.obstacle().ifPresent(words -> assumeTrue(false, "skipped: " + words));
    }

    @AfterEach
    void end() {
        open.ifPresent(LinuxStage::close);
        cluster.close();
    }

    @Test
    void from_an_empty_cluster_to_the_first_pod_and_back() throws IOException, InterruptedException {
        var manifest = Manifest.read(MANIFEST);
        var stage = stage(manifest);
        var node = stage.nodes().getFirst();
        join(node);

        manifest.apply(cluster.admin());
        var installing = new ArrayList<>(manifest.installing());
        installing.addAll(List.of("--program", stage.programs().shim().toString()));
        Run.terway(installing, Map.of("/host/cni/bin", mount("bin")));
        assertTrue(Files.isExecutable(folder.resolve("bin").resolve("terway")), "the executable is in its place");

        stage.startAgent(node);
        manifest.mountConfiguration(folder.resolve("eni"));
        var announcing = new ArrayList<>(manifest.announcing());
        announcing.addAll(List.of(
                "--conf",
                folder.resolve("eni").toString(),
                "--socket",
                stage.socket(node).toString()));
        Run.terway(announcing, Map.of("/host/cni/net.d", mount("net.d")));
        var list = Json.readObject(Files.readString(folder.resolve("net.d").resolve("10-terway.conflist")));
        await("the node says that it has addresses", () -> "True".equals(sufficientIp(node)));

        var sandbox = bind(stage, node, "web");
        var added = stage.call(node, CniVariables.of("ADD", sandbox), stdin(list));
        assertEquals(0, added.exitStatus(), () -> added.object().toString());
        var address = address(added.object());
        await("the pod says its address", () -> noted(sandbox).contains(address));
        await("an event tells of it", () -> events(sandbox).stream().anyMatch(words -> words.contains(address)));

        var deleted = stage.call(node, CniVariables.of("DEL", sandbox), stdin(list));
        assertEquals(0, deleted.exitStatus(), () -> deleted.object().toString());
        cluster.end(sandbox.pod());
        await("nothing is left", () -> stage.leftovers(node).isEmpty());

        announcing.add("--withdraw");
        Run.terway(announcing, Map.of("/host/cni/net.d", folder.resolve("net.d")));
        assertFalse(Files.exists(folder.resolve("net.d").resolve("10-terway.conflist")), "the list is gone");
    }

    @Test
    void an_agent_that_begins_while_the_cluster_is_away_ends_pods_and_starts_others_once_it_is_back()
            throws IOException, InterruptedException {
        var stage = served();
        var node = stage.nodes().getFirst();
        var first = bind(stage, node, "first");
        assertEquals(0, stage.call(node, CniVariables.of("ADD", first), PLUGIN).exitStatus());

        cluster.goAway();
        stage.killAgent(node);
        stage.startAgent(node);
        assertEquals(
                0, stage.call(node, CniVariables.of("CHECK", first), PLUGIN).exitStatus());
        var second = bind(stage, node, "second");
        var refused = stage.call(node, CniVariables.of("ADD", second), PLUGIN);
        assertEquals(
                TRY_AGAIN_LATER,
                refused.object().get("code"),
                () -> refused.object().toString());
        var ended = stage.call(node, CniVariables.of("DEL", first), PLUGIN);
        assertEquals(0, ended.exitStatus(), () -> ended.object().toString());

        cluster.comeBack();
        cluster.end(first.pod());
        await(
                "the next pod starts",
                () -> stage.call(node, CniVariables.of("ADD", second), PLUGIN).exitStatus() == 0);
        assertEquals(0, stage.call(node, CniVariables.of("DEL", second), PLUGIN).exitStatus());
    }

    @Test
    void an_agent_whose_configuration_has_changed_ends_and_the_next_works_by_it()
            throws IOException, InterruptedException {
        var stage = served();
        var node = stage.nodes().getFirst();
        var web = bind(stage, node, "web");
        assertEquals(0, stage.call(node, CniVariables.of("ADD", web), PLUGIN).exitStatus());

        rewrite("\"max_pool_size\": 5", "\"max_pool_size\": -5");
        await(
                "what makes no sense is told",
                () -> nodeEvents().stream()
                        .anyMatch(words -> words.contains("is refused") && words.contains("max_pool_size")));
        assertTrue(stage.agentsEnd(node).isEmpty(), "and ends nobody");

        rewrite("\"max_pool_size\": -5", "\"max_pool_size\": 6");
        await("the agent ends", () -> stage.agentsEnd(node).isPresent());
        assertEquals(0, stage.agentsEnd(node).orElseThrow());
        assertTrue(
                nodeEvents().contains("the configuration has changed; the agent begins anew by it"),
                () -> nodeEvents().toString());
        // As a kubelet does.
        stage.startAgent(node);
        assertEquals(0, stage.call(node, CniVariables.of("CHECK", web), PLUGIN).exitStatus());
        assertEquals(0, stage.call(node, CniVariables.of("DEL", web), PLUGIN).exitStatus());
    }

    /** What an operator edits. */
    private void rewrite(String before, String after) {
        cluster.admin()
                .configMaps()
                .inNamespace("kube-system")
                .withName("eni-config")
                .edit(map -> {
                    map.getData().computeIfPresent("eni_conf", (_, text) -> text.replace(before, after));
                    return map;
                });
    }

    private List<String> nodeEvents() {
        return cluster.admin().v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getReason().startsWith("Config"))
                .map(event -> event.getMessage())
                .toList();
    }

    /** A pod of the cluster's, and its sandbox. */
    private Sandbox bind(LinuxStage stage, StageNode node, String name) {
        var sandbox = stage.startPod(node, name);
        var pod = cluster.run(node.name(), sandbox.pod());
        return new Sandbox(sandbox.pod(), pod.getMetadata().getUid(), sandbox.id(), sandbox.netns(), sandbox.node());
    }

    /** One node of the cluster whose agent runs by the manifest. */
    private LinuxStage served() throws IOException {
        var manifest = Manifest.read(MANIFEST);
        var stage = stage(manifest);
        join(stage.nodes().getFirst());
        manifest.apply(cluster.admin());
        stage.startAgent(stage.nodes().getFirst());
        return stage;
    }

    private void join(StageNode node) {
        cluster.join(new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .endMetadata()
                .withNewStatus()
                .endStatus()
                .build());
    }

    /** As a kubelet does of a folder that is to be created where it is missing. */
    private Path mount(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private LinuxStage stage(Manifest manifest) throws IOException {
        var kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: mock
                clusters: [{name: mock, cluster: {server: "%s"}}]
                users: [{name: operator, user: {token: none}}]
                contexts: [{name: mock, context: {cluster: mock, user: operator}}]
                """.formatted(cluster.url()));
        var options = new ArrayList<String>();
        var lists = Map.of("/host/cni/net.d", mount("net.d"));
        manifest.agentOptions().forEach(word -> options.add(Run.mounted(word, lists)));
        options.addAll(List.of("--kubeconfig", kubeconfig.toString()));
        var setting = new Setting(1, 2, 0, Duration.ofSeconds(1), CloudAccess.HTTP);
        var stage = LinuxStage.beside(
                setting, options, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        open = Optional.of(stage);
        return stage;
    }

    /** As a runtime makes it of a list: the plugin, with the list's name and version. */
    private static String stdin(Map<String, Object> list) {
        var plugins = (List<?>) list.getOrDefault("plugins", List.of());
        var plugin = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) plugins.getFirst()).forEach((key, value) -> plugin.put(key.toString(), value));
        plugin.put("name", list.getOrDefault("name", ""));
        plugin.put("cniVersion", list.getOrDefault("cniVersion", ""));
        return Json.write(plugin);
    }

    private static String address(Map<String, Object> result) {
        var ips = (List<?>) result.getOrDefault("ips", List.of());
        var address = String.valueOf(((Map<?, ?>) ips.getFirst()).get("address"));
        return address.substring(0, address.indexOf('/'));
    }

    private String sufficientIp(StageNode node) {
        return cluster.admin().nodes().withName(node.name()).get().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("SufficientIP"))
                .map(NodeCondition::getStatus)
                .findFirst()
                .orElse("");
    }

    private String noted(Sandbox sandbox) {
        return cluster.admin()
                .pods()
                .inNamespace(sandbox.pod().namespace())
                .withName(sandbox.pod().name())
                .get()
                .getMetadata()
                .getAnnotations()
                .toString();
    }

    private List<String> events(Sandbox sandbox) {
        return cluster.admin().v1().events().inNamespace(sandbox.pod().namespace()).list().getItems().stream()
                .filter(event -> event.getReason().equals("AllocIPSucceed"))
                .map(event -> event.getMessage())
                .toList();
    }

    private static void await(String what, BooleanSupplier thing) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!thing.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), what);
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}
