package io.github.terway4j.app.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints;
import io.github.terway4j.adapters.credential.FreshCredentials;
import io.github.terway4j.adapters.metadata.EcsInstanceMetadata;
import io.github.terway4j.adapters.metadata.EcsRoleCredentials;
import io.github.terway4j.adapters.metadata.MetadataClient;
import io.github.terway4j.adapters.metadata.MetadataOptions;
import io.github.terway4j.app.stage.HttpCloud;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.InstanceIdentity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A node that has been given nothing: what it is, where it speaks and with what it signs, it learns from its metadata.
 * The SDK signs by the machine's time, so the cloud's is that, too.
 */
final class RoleAtTheDoorTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final HttpCloud cloud = HttpCloud.small(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final MetadataClient client = new MetadataClient(
            MetadataOptions.of(
                    cloud.metadata(cloud.cloud().instances().getFirst().id())),
            CLOCK);
    private final CredentialSource credentials = FreshCredentials.inTime(new EcsRoleCredentials(client, CLOCK), CLOCK);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    @Test
    void the_instances_role_may_call_the_cloud() {
        var self = self();
        switch (network(self, credentials).enisOf(self.instance())) {
            case CloudOutcome.Done<List<Eni>>(List<Eni> enis) ->
                assertEquals(
                        List.of(self.primaryMac()), enis.stream().map(Eni::mac).toList());
            case CloudOutcome<List<Eni>> other -> fail(other.words());
        }
    }

    @Test
    void but_not_without_its_security_token() {
        var self = self();
        var stripped = credentials
                .current()
                .<Credentials>then(given -> new CloudOutcome.Done<>(
                        new Credentials.AccessKey(given.accessKeyId(), given.accessKeySecret())));
        assertInstanceOf(
                CloudOutcome.Denied.class, network(self, () -> stripped).enisOf(self.instance()));
    }

    private InstanceIdentity self() {
        return switch (new EcsInstanceMetadata(client).self()) {
            case CloudOutcome.Done<InstanceIdentity>(InstanceIdentity identity) -> identity;
            case CloudOutcome<InstanceIdentity> other -> fail(other.words());
        };
    }

    private AliyunCloudNetwork network(InstanceIdentity self, CredentialSource as) {
        var endpoints = new AliyunEndpoints(
                self.region(), AliyunEndpoints.Scheme.HTTP, cloud.authority(), cloud.authority(), Map.of());
        return new AliyunCloudNetwork(new AliyunApi(endpoints, as, new Unhurried()), Optional.empty());
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
