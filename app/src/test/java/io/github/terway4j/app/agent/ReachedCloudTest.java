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
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.metadata.MetadataServer;
import io.github.terway4j.simulator.metadata.MetadataService;
import io.github.terway4j.simulator.metadata.MetadataSite;
import io.github.terway4j.simulator.metadata.StsIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
        return reached(configuration, tasks);
    }

    private ReachedCloud reached(String configuration, Tasks time) {
        var environment = CloudEnvironment.of(Map.of(
                "ECS_ENDPOINT", cloud.authority(),
                "VPC_ENDPOINT", cloud.authority(),
                "ALICLOUD_CLIENT_SCHEME", "HTTP"));
        return ReachedCloud.byOpenApi(metadata.base(), environment, config(configuration), time);
    }

    private static NodeConfig config(String json) {
        return assertInstanceOf(ConfigReading.Accepted.class, NodeConfigReader.read(Json.readObject(json)))
                .config();
    }

    @Test
    void with_an_access_key_the_machine_learns_what_it_is_and_which_enis_it_has() {
        try (var reached = reached("{\"access_key\": \"testid\", \"access_secret\": \"testsecret\"}")) {
            var kept = cloud.cloud().eni(instance.primaryEni()).orElseThrow().eni();
            // The protocol tells seconds.
            var primary = kept.traits()
                    .created()
                    .map(made -> kept.with(kept.traits().createdAt(made.truncatedTo(ChronoUnit.SECONDS))))
                    .orElse(kept);
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
    void new_enis_belong_to_the_resource_group_that_is_configured() {
        for (var group : List.of("", "rg-network")) {
            try (var reached = reached(
                    "{\"access_key\": \"testid\", \"access_secret\": \"testsecret\", \"resource_group_id\": \"%s\"}"
                            .formatted(group))) {
                var wanted = new NewEni(instance.id(), instance.vSwitch(), instance.securityGroups(), 1, 0, Map.of());
                var made = assertInstanceOf(
                                CloudOutcome.Done.class,
                                reached.network().create(wanted, new ClientToken("token-of-" + group)))
                        .value();
                var id = assertInstanceOf(Eni.class, made).id();
                assertEquals(group, cloud.cloud().eni(id).orElseThrow().label().resourceGroup());
            }
        }
    }

    @Test
    void more_calls_a_minute_than_are_configured_wait() {
        assertEquals(Duration.ZERO, waited(""));
        assertEquals(Duration.ofSeconds(10), waited("\"rate_limit\": {\"DescribeVSwitches\": 6}, "));
    }

    /** How long the seventh call waits for its turn. */
    private Duration waited(String limit) {
        var hasty = new HastyTasks();
        try (var reached =
                reached("{%s\"access_key\": \"testid\", \"access_secret\": \"testsecret\"}".formatted(limit), hasty)) {
            var network = reached.network().at(Urgency.WAITING_POD);
            for (int call = 0; call < 7; call++) {
                network.vSwitches(List.of(instance.vSwitch()));
            }
        }
        return hasty.passed().truncatedTo(ChronoUnit.SECONDS);
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
