package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.stage.HttpCloud;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.metadata.MetadataServer;
import io.github.terway4j.simulator.metadata.MetadataService;
import io.github.terway4j.simulator.metadata.MetadataSite;
import io.github.terway4j.simulator.metadata.StsIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent finds its cloud by what its environment, its configuration and its machine say, and by nothing else. */
class ReachedCloudTest {
    private final SystemTasks tasks = new SystemTasks();
    private HttpCloud cloud;
    private MetadataServer metadata;
    private Instance instance;

    @BeforeEach
    void open() throws IOException {
        cloud = HttpCloud.small(anyPort());
        instance = cloud.cloud().instances().getFirst();
        var service = new MetadataService(
                cloud.cloud(),
                new MetadataSite(new Region(HttpCloud.REGION), "1"),
                StsIssuer.none(),
                InstantSource.system(),
                new SplittableRandom(1));
        metadata = MetadataServer.start(service, instance.id(), anyPort());
    }

    @AfterEach
    void close() {
        metadata.close();
        cloud.close();
        tasks.close();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private ReachedCloud reached(String configuration) {
        var environment = CloudEnvironment.of(Map.of(
                "ECS_ENDPOINT", cloud.authority(),
                "VPC_ENDPOINT", cloud.authority(),
                "ALICLOUD_CLIENT_SCHEME", "HTTP"));
        return ReachedCloud.byOpenApi(metadata.base(), environment, config(configuration), tasks);
    }

    private static NodeConfig config(String json) {
        return assertInstanceOf(ConfigReading.Accepted.class, NodeConfigReader.read(Json.readObject(json)))
                .config();
    }

    @Test
    void with_an_access_key_the_machine_learns_what_it_is_and_which_enis_it_has() {
        try (var reached = reached("{\"access_key\": \"testid\", \"access_secret\": \"testsecret\"}")) {
            var primary = cloud.cloud().eni(instance.primaryEni()).orElseThrow().eni();
            assertEquals(
                    new CloudOutcome.Done<>(new NodeFacts(
                            instance.id(),
                            instance.zone(),
                            instance.vSwitch(),
                            instance.securityGroups(),
                            DualStack.ofIps(primary.addresses()),
                            instance.limits())),
                    reached.facts().read());
            assertEquals(
                    new CloudOutcome.Done<>(List.of(primary)), reached.network().enisOf(instance.id()));
        }
    }

    @Test
    void a_machine_without_a_key_and_without_a_role_may_not_ask() {
        try (var reached = reached("{}")) {
            assertInstanceOf(CloudOutcome.Denied.class, reached.network().enisOf(instance.id()));
        }
    }

    @Test
    void a_wrong_secret_is_denied_and_not_told() {
        try (var reached = reached("{\"access_key\": \"testid\", \"access_secret\": \"s3cret\"}")) {
            var denied = assertInstanceOf(
                    CloudOutcome.Denied.class, reached.network().enisOf(instance.id()));
            assertFalse(denied.words().contains("s3cret") || denied.words().contains("testid"), denied.words());
        }
    }

    @Test
    void the_environment_says_where_the_cloud_is_called() {
        var region = new Region("cn-beijing");
        var usual = CloudEnvironment.of(Map.of("ECS_ENDPOINT", ""));
        assertEquals("ecs-vpc.cn-beijing.aliyuncs.com", usual.ecs(region));
        assertEquals("vpc-vpc.cn-beijing.aliyuncs.com", usual.vpc(region));
        assertEquals(CloudEnvironment.Scheme.HTTPS, usual.scheme());
        assertEquals(Map.of(), usual.headers());
        var special = CloudEnvironment.of(Map.of(
                "ALICLOUD_ENDPOINT_TYPE", "public",
                "ALICLOUD_CLIENT_SCHEME", "http",
                "VPC_ENDPOINT", "vpc.example.com:8443",
                "X-ACSPROXY-ASCM-CONTEXT", "department"));
        assertEquals("ecs.cn-beijing.aliyuncs.com", special.ecs(region));
        assertEquals("vpc.example.com:8443", special.vpc(region));
        assertEquals(CloudEnvironment.Scheme.HTTP, special.scheme());
        assertEquals(Map.of("x-acsproxy-ascm-context", "department"), special.headers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ECS_ENDPOINT           | http://ecs.example.com | must be a host and perhaps a port",
                "VPC_ENDPOINT           | a b                    | must be a host and perhaps a port",
                "ALICLOUD_ENDPOINT_TYPE | internal               | must be vpc or public",
                "ALICLOUD_CLIENT_SCHEME | FTP                    | must be HTTPS or HTTP"
            })
    void a_variable_that_cannot_be_is_refused(String name, String value, String words) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> CloudEnvironment.of(Map.of(name, value)));
        assertTrue(refusal.toString().contains("%s is '%s' and %s".formatted(name, value, words)), refusal.toString());
    }
}
