package io.github.terway4j.app.clients;

import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints;
import io.github.terway4j.adapters.aliyun.AliyunRouteTable;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.InstanceMetadata;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.metadata.SimulatedInstanceMetadata;
import io.github.terway4j.simulator.openapi.OpenApi;
import io.github.terway4j.simulator.openapi.QuirkGate;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.WireServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A small cloud at its HTTP door on this machine; its time stands still until it is told to pass. */
final class CloudAtItsDoor implements AutoCloseable {
    static final String REGION = "cn-hangzhou";
    static final String ACCESS_KEY_ID = "testid";
    static final String SECRET = "testsecret";

    private final Identities identities = Identities.ofOwner(ACCESS_KEY_ID, SECRET);
    private final CloudScene scene;
    private final WireServer server;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    CloudAtItsDoor(int nodes) {
        this(nodes, UnaryOperator.identity());
    }

    CloudAtItsDoor(int nodes, UnaryOperator<OpenApi> changes) {
        scene = CloudScene.of(new SimulatedCloud(7, () -> now, EniTemper.CALM), CloudScene.TYPE, nodes);
        var region = new CloudRegion(REGION, Identity.ACCOUNT, scene.cloud());
        var quirks = new QuirkGate(scene.cloud().quirks(), Duration.ZERO, this::pass, scene.cloud()::later);
        var door = changes.apply(
                        OpenApi.of(region, identities, InstantSource.system()).outside(quirks))
                .door(1);
        try {
            server = WireServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .mount("/", door);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    CloudScene scene() {
        return scene;
    }

    Identities identities() {
        return identities;
    }

    /** As a client names it, host and port. */
    String authority() {
        return server.authority();
    }

    /** Our own client, by the account's own key. */
    AliyunApi api() {
        return api(ACCESS_KEY_ID, SECRET);
    }

    AliyunApi api(String accessKeyId, String secret) {
        var key = new Credentials.AccessKey(accessKeyId, secret);
        return api(() -> new CloudOutcome.Done<>(key));
    }

    AliyunApi api(CredentialSource as) {
        var endpoints = new AliyunEndpoints(
                new Region(REGION), AliyunEndpoints.Scheme.HTTP, authority(), authority(), Map.of());
        return new AliyunApi(endpoints, as, new Unhurried());
    }

    /** What an instance says of itself. */
    InstanceMetadata metadata(InstanceId of) {
        return new SimulatedInstanceMetadata(scene.cloud(), new Region(REGION), of, Passage.direct());
    }

    RouteTable routes(CloudScene of, Optional<RouteTableId> told) {
        return new AliyunRouteTable(api(), of.vpc(), told);
    }

    /** What takes time at the door takes time of this kind, too. */
    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Has every call made at once. */
    private static final class Unhurried implements PaceCalls {
        @Override
        public Optional<Duration> turn(CloudApi api, Urgency urgency) {
            return Optional.empty();
        }

        @Override
        public Duration throttled(CloudApi api) {
            return Duration.ZERO;
        }

        @Override
        public Duration throttledAltogether() {
            return Duration.ZERO;
        }

        @Override
        public void taken(CloudApi api) {}
    }
}
