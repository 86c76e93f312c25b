package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.agent.ReachedCloud;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.ports.out.CloudOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A served cloud is the scene that it was given: its machines, its callers, its limits, its quirks. */
class HttpCloudTest {
    private static final String SCENE = """
            accessKeys: [{id: reader, secret: s3cret, policy: policy.json}]
            vpcs: [{name: vpc, ipv4: 10.0.0.0/8}]
            vSwitches: [{name: sw, vpc: vpc, zone: cn-hangzhou-h, ipv4: 10.1.0.0/24}]
            securityGroups: [{name: nodes, vpc: vpc}]
            instances: [{name: node-1, type: ecs.g7.xlarge, vSwitch: sw, securityGroups: [nodes]}]
            """;

    private static final String READS_ENIS = """
            {"Version": "1", "Statement": [
              {"Effect": "Allow", "Action": "ecs:DescribeNetworkInterfaces", "Resource": "*"}]}""";

    private final SystemTasks tasks = new SystemTasks();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        tasks.close();
    }

    private HttpCloud cloud(String more) throws IOException {
        return served(SCENE + more);
    }

    /** The only instance has these keys, too. */
    private HttpCloud cloudWithInstance(String keys) throws IOException {
        return served(SCENE.replace("securityGroups: [nodes]}", "securityGroups: [nodes], %s}".formatted(keys)));
    }

    private HttpCloud served(String scene) throws IOException {
        Files.writeString(folder.resolve("policy.json"), READS_ENIS);
        return HttpCloud.of(Files.writeString(folder.resolve("scene.yaml"), scene), anyPort());
    }

    /** A GET of the only instance's metadata, without a token. */
    private static HttpResponse<String> plainGet(HttpCloud cloud, String path)
            throws IOException, InterruptedException {
        var base = cloud.metadata(cloud.cloud().instances().getFirst().id());
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(base + "/latest/meta-data/" + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The cloud as an agent on its only instance meets it. */
    private ReachedCloud reached(HttpCloud cloud, String configuration) {
        var environment = Map.of(
                "ECS_ENDPOINT", cloud.authority(), "VPC_ENDPOINT", cloud.authority(), "ALICLOUD_CLIENT_SCHEME", "HTTP");
        var instance = cloud.cloud().instances().getFirst().id();
        return ReachedCloud.byOpenApi(
                cloud.metadata(instance), CloudEnvironment.of(environment), config(configuration), tasks);
    }

    private static NodeConfig config(String json) {
        return assertInstanceOf(ConfigReading.Accepted.class, NodeConfigReader.read(Json.readObject(json)))
                .config();
    }

    @Test
    void an_instance_needs_nothing_but_its_metadata_to_learn_who_it_is() throws IOException {
        try (var cloud = cloud("");
                var reached = reached(cloud, "{}")) {
            var facts =
                    assertInstanceOf(CloudOutcome.Done.class, reached.facts().read());
            assertTrue(facts.toString().contains("ecs.g7.xlarge"), facts::toString);
        }
    }

    @Test
    void an_access_key_may_do_what_its_policy_says_and_no_more() throws IOException {
        var key = "{\"access_key\": \"reader\", \"access_secret\": \"s3cret\"}";
        try (var cloud = cloud("");
                var reached = reached(cloud, key)) {
            var instance = cloud.cloud().instances().getFirst();
            assertInstanceOf(CloudOutcome.Done.class, reached.network().enisOf(instance.id()));
            assertInstanceOf(CloudOutcome.Denied.class, reached.network().delete(instance.primaryEni()));
        }
    }

    @Test
    void an_instance_may_do_what_its_roles_policy_says_and_no_more() throws IOException, InterruptedException {
        try (var cloud = cloudWithInstance("role: worker, policy: policy.json");
                var reached = reached(cloud, "{}")) {
            var instance = cloud.cloud().instances().getFirst();
            assertEquals("worker", plainGet(cloud, "ram/security-credentials/").body());
            assertInstanceOf(CloudOutcome.Done.class, reached.network().enisOf(instance.id()));
            assertInstanceOf(CloudOutcome.Denied.class, reached.network().delete(instance.primaryEni()));
        }
    }

    @Test
    void an_instance_without_a_role_may_do_nothing() throws IOException {
        try (var cloud = cloudWithInstance("role: none");
                var reached = reached(cloud, "{}")) {
            var instance = cloud.cloud().instances().getFirst().id();
            assertInstanceOf(CloudOutcome.Denied.class, reached.network().enisOf(instance));
        }
    }

    @ParameterizedTest
    @CsvSource({"normal, 200", "hardened, 403", "tokenless, 200"})
    void an_agent_understands_metadata_in_every_mode_and_who_has_no_token_not_the_hardened(String mode, int status)
            throws IOException, InterruptedException {
        try (var cloud = cloudWithInstance("metadata: " + mode);
                var reached = reached(cloud, "{}")) {
            var instance = cloud.cloud().instances().getFirst().id();
            assertEquals(status, plainGet(cloud, "instance-id").statusCode());
            assertInstanceOf(CloudOutcome.Done.class, reached.facts().read());
            assertInstanceOf(CloudOutcome.Done.class, reached.network().enisOf(instance));
        }
    }

    @Test
    void one_call_more_than_the_scene_allows_in_a_minute_is_throttled() throws IOException {
        try (var cloud = cloud("callsPerMinute: {DeleteNetworkInterface: 1}");
                var reached = reached(cloud, "{}")) {
            var eni = cloud.cloud().instances().getFirst().primaryEni();
            assertInstanceOf(CloudOutcome.Conflict.class, reached.network().delete(eni), "it is in use");
            assertInstanceOf(CloudOutcome.Throttled.class, reached.network().delete(eni));
        }
    }

    @Test
    void a_quirk_of_the_scene_befalls_calls() throws IOException {
        try (var cloud = cloud("quirks: [{quirk: call-refused, code: ServiceUnavailable}]");
                var reached = reached(cloud, "{\"access_key\": \"reader\", \"access_secret\": \"s3cret\"}")) {
            var instance = cloud.cloud().instances().getFirst().id();
            assertInstanceOf(CloudOutcome.Unknown.class, reached.network().enisOf(instance));
        }
    }

    @Test
    void what_is_there_to_begin_with_is_described_by_id_and_by_name() throws IOException {
        var printed = new ByteArrayOutputStream();
        try (var cloud = cloud("")) {
            cloud.describe(new PrintStream(printed, true, StandardCharsets.UTF_8));
            var instance = cloud.cloud().instances().getFirst().id();
            var words = printed.toString(StandardCharsets.UTF_8);
            assertTrue(words.contains("instance        %s (node-1): ecs.g7.xlarge".formatted(instance)), words);
            assertTrue(words.contains("access key      reader, secret s3cret"), words);
        }
    }

    @Test
    void a_scene_that_cannot_be_is_refused_with_every_reason() {
        var refused = assertThrows(IllegalArgumentException.class, () -> cloud("quirk: []\nregion: 7\n"));
        var words = String.valueOf(refused.getMessage());
        assertTrue(words.contains("scene.yaml is refused:\n  line "), words);
        assertEquals(3, words.lines().count(), words);
    }

    @Test
    void an_address_that_is_taken_is_named() throws IOException {
        try (var first = HttpCloud.small(anyPort())) {
            var port = Integer.parseInt(first.authority().replaceFirst(".*:", ""));
            var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var refused = assertThrows(UncheckedIOException.class, () -> HttpCloud.small(taken));
            assertTrue(String.valueOf(refused.getMessage()).contains(port + " cannot be had"), refused::toString);
        }
    }
}
