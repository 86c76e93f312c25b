package io.github.terway4j.app.metadata;

import io.github.terway4j.adapters.metadata.MetadataClient;
import io.github.terway4j.adapters.metadata.MetadataOptions;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.metadata.MetadataMode;
import io.github.terway4j.simulator.metadata.MetadataServer;
import io.github.terway4j.simulator.metadata.MetadataService;
import io.github.terway4j.simulator.metadata.MetadataSite;
import io.github.terway4j.simulator.metadata.StsIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A simulated cloud whose metadata is served over loopback: one instance with a role, IPv6, more than its primary
 * address and a second ENI; another one with none of these. Its clock moves when it is moved.
 */
final class TwoInstances implements InstantSource, AutoCloseable {
    static final Region REGION = new Region("cn-hangzhou");

    private final Deque<Runnable> open = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    final CloudScene scene = CloudScene.small(7, 1, this);
    final Instance rich = scene.instances().getFirst();
    final Instance poor = scene.cloud()
            .site()
            .launch(
                    "ecs.g7.large",
                    scene.cloud()
                            .site()
                            .createVSwitch(scene.vpc(), rich.zone(), DualStack.v4(Cidr.parse("10.3.0.0/24"))),
                    List.of(scene.securityGroup()));
    final MetadataService service = new MetadataService(
            scene.cloud(), new MetadataSite(REGION, "1234567890"), new Sts(), this, new SplittableRandom(1));

    TwoInstances(MetadataMode mode) {
        service.mode(rich.id(), mode);
        service.mode(poor.id(), mode);
        var cloud = scene.cloud();
        given(cloud.assign(new Assignment(rich.primaryEni(), IpFamily.V4, 2), new ClientToken("a")));
        var order = new EniOrder(rich.vSwitch(), List.of(scene.securityGroup()), 1, 0, Map.of());
        given(cloud.attach(given(cloud.create(order, new ClientToken("b"))).id(), rich.id()));
        pass(Duration.ofMinutes(1));
    }

    /** Asks as if from this instance. */
    MetadataClient clientOn(Instance instance) {
        try {
            var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = MetadataServer.start(service, instance.id(), anywhere);
            open.push(server::close);
            return clientOf(server.base());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks where nobody listens any more. */
    MetadataClient clientOfNobody() {
        try (var server =
                MetadataServer.start(service, rich.id(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return clientOf(server.base());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MetadataClient clientOf(URI base) {
        var client = new MetadataClient(MetadataOptions.of(base), this);
        open.push(client::close);
        return client;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    private static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    private final class Sts implements StsIssuer {
        private int issued;

        @Override
        public Optional<String> roleOf(InstanceId instance) {
            return Optional.of("KubernetesWorkerRole-1").filter(_ -> instance.equals(rich.id()));
        }

        @Override
        public Credentials.Temporary issue(InstanceId instance, String role) {
            issued++;
            return new Credentials.Temporary(
                    "STS.id-" + issued, "s3cret-" + issued, "t0ken+/=" + issued, now.plus(Duration.ofHours(6)));
        }
    }
}
