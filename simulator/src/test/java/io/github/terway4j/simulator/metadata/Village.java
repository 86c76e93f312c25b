package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two instances: {@code both} with IPv6, two secondary addresses and a second ENI, {@code old} with IPv4 alone. */
final class Village implements InstantSource {
    static final Region REGION = new Region("cn-hangzhou");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int tokens;

    final CloudScene scene = CloudScene.small(7, 1, this);
    final SimulatedCloud cloud = scene.cloud();
    final Instance both = scene.instances().getFirst();
    final Instance old = cloud.site()
            .launch(
                    "ecs.g7.large",
                    cloud.site().createVSwitch(scene.vpc(), both.zone(), DualStack.v4(Cidr.parse("10.3.0.0/24"))),
                    List.of(scene.securityGroup()));
    final Roles roles = new Roles();
    final MetadataService service =
            new MetadataService(cloud, new MetadataSite(REGION, "1234567890"), roles, this, new SplittableRandom(1));

    Village() {
        assign(both.primaryEni(), IpFamily.V4, 2);
        attach(create());
    }

    /** Gives the first instance's role, numbered, for six hours each. */
    final class Roles implements StsIssuer {
        private int issued;
        private Optional<String> role = Optional.of("KubernetesWorkerRole-1");

        void takeAway() {
            role = Optional.empty();
        }

        @Override
        public Optional<String> roleOf(InstanceId instance) {
            return role.filter(_ -> instance.equals(both.id()));
        }

        @Override
        public Credentials.Temporary issue(InstanceId instance, String role) {
            issued++;
            return new Credentials.Temporary(
                    "STS.id-" + issued, "secret-" + issued, "token+/=" + issued, now.plus(Duration.ofHours(6)));
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }

    CloudEni create() {
        var order = new EniOrder(both.vSwitch(), List.of(scene.securityGroup()), 1, 0, Map.of());
        return given(cloud.create(order, token()));
    }

    /** Until it is in use. */
    void attach(CloudEni eni) {
        given(cloud.attach(eni.id(), both.id()));
        cloud.nextChange().ifPresent(then -> now = then);
        cloud.settle();
    }

    List<Ip> assign(EniId eni, IpFamily family, int count) {
        return given(cloud.assign(new Assignment(eni, family, count), token())).addresses();
    }

    void assignPrefixes(EniId eni, IpFamily family, int count) {
        given(cloud.assign(new Assignment(eni, family, AddressWish.prefixes(count)), token()));
    }

    InstanceIdentity truth(Instance instance) {
        var direct = new SimulatedInstanceMetadata(cloud, REGION, instance.id(), Passage.direct());
        return switch (direct.self()) {
            case CloudOutcome.Done<InstanceIdentity>(InstanceIdentity identity) -> identity;
            case CloudOutcome<InstanceIdentity> other -> throw new AssertionError(other);
        };
    }

    /** What the first instance is answered at this path below {@code meta-data}. */
    MetadataReply get(String path) {
        return service.answer(both.id(), MetadataRequest.get("/latest/meta-data/" + path));
    }

    String read(String path) {
        var reply = get(path);
        if (reply.status() != 200) {
            throw new AssertionError(path + ": " + reply);
        }
        return reply.body();
    }

    private ClientToken token() {
        return new ClientToken("token-" + tokens++);
    }

    private static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused);
        };
    }
}
