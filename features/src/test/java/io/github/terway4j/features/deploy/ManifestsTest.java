package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.conflist.Conflist;
import io.github.terway4j.app.conflist.Policies;
import io.github.terway4j.app.conflist.Surroundings;
import io.github.terway4j.domain.net.Mtu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator gives to the cluster: {@code deploy/*.yml}, and the chart that they are made of. */
final class ManifestsTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Map<String, String> FILES = Map.of("terway.yml", "VPC", "terway-multiip.yml", "ENIMultiIP");

    @Test
    void the_plain_manifests_are_what_the_chart_renders() throws IOException {
        for (var file : FILES.entrySet()) {
            assertEquals(Chart.rendered(Map.of("daemonMode", file.getValue())), plain(file.getKey()), file.getKey());
        }
    }

    @Test
    void helm_renders_the_same() throws Exception {
        assumeTrue(Programs.isInstalled("helm"), "there is no program 'helm' here");
        for (var file : FILES.entrySet()) {
            var command = List.of(
                    "helm", "template", "terway", ".", "-n", "kube-system", "--set", "daemonMode=" + file.getValue());
            var run = Programs.run("helm", command, Map.of());
            assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
            var documents = Chart.documents(String.join("\n", run.printed()));
            assertEquals(plain(file.getKey()).size(), documents.size());
            for (var document : plain(file.getKey())) {
                assertEquals(1, documents.stream().filter(document::equals).count(), () -> "once: " + document);
            }
        }
    }

    @Test
    void kubernetes_knows_every_field_of_them() throws IOException {
        for (var file : FILES.keySet()) {
            for (var document : plain(file)) {
                assertEquals(List.of(), KubernetesModel.unknown(document));
            }
        }
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found() throws IOException {
        var text = Files.readString(DEPLOY.resolve("terway.yml")).replace("readOnlyRootFilesystem", "readOnlyRootFs");
        var daemonSet = Chart.documents(text).stream()
                .filter(document -> "DaemonSet".equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
        assertNotEquals(List.of(), KubernetesModel.unknown(daemonSet));
    }

    @Test
    void the_configuration_in_them_is_taken_by_the_agent() throws IOException {
        for (var file : FILES.keySet()) {
            var data = plain(file).stream()
                    .filter(document -> "ConfigMap".equals(document.get("kind")))
                    .flatMap(document -> Stream.ofNullable(document.get("data")))
                    .map(found -> (Map<?, ?>) found)
                    .findFirst()
                    .orElseThrow();
            var reading = NodeConfigReader.read(Json.readObject(String.valueOf(data.get("eni_conf"))));
            assertEquals(
                    List.of(),
                    assertInstanceOf(ConfigReading.Accepted.class, reading).warnings());
            var policies = Policies.ofDisabled(String.valueOf(data.get("disable_network_policy")));
            var list = Conflist.of(
                    Json.readObject(String.valueOf(data.get("10-terway.conf"))),
                    new Surroundings(new Mtu(1500), policies, false));
            assertEquals(1, ((List<?>) list.getOrDefault("plugins", List.of())).size());
        }
    }

    @Test
    void no_container_has_every_right() throws IOException {
        for (var file : FILES.keySet()) {
            assertEquals(-1, Files.readString(DEPLOY.resolve(file)).indexOf("privileged: true"));
        }
    }

    @Test
    void what_our_renderer_does_not_know_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Chart.text(List.of("a: {{ include \"b\" . }}"), Map.of()));
    }

    private static List<Map<?, ?>> plain(String file) throws IOException {
        return Chart.documents(Files.readString(DEPLOY.resolve(file)));
    }
}
