package io.github.terway4j.app.stage;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.metadata.MetadataHandler;
import io.github.terway4j.simulator.metadata.MetadataService;
import io.github.terway4j.simulator.metadata.MetadataSite;
import io.github.terway4j.simulator.metadata.StsIssuer;
import io.github.terway4j.simulator.openapi.OpenApi;
import io.github.terway4j.simulator.openapi.QuirkGate;
import io.github.terway4j.simulator.openapi.ThrottleGate;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.openapi.ram.TokenService;
import io.github.terway4j.simulator.openapi.wire.WireServer;
import io.github.terway4j.simulator.scene.Scene;
import io.github.terway4j.simulator.throttle.CallRates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A simulated cloud as any client meets it over HTTP: ECS and VPC at the root, and each instance's metadata service below
 * the instance's id. Its time is the machine's.
 *
 * <p>An instance finds the credentials of its RAM role in its metadata, and may do with them what the role may.
 */
final class CloudDoor implements AutoCloseable {
    /** As long as the real ones live. */
    private static final Duration ROLE_LIFE = Duration.ofHours(6);
    /** Chosen: beyond what clients wait for. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** On this machine, wherever there is room. */
    static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final WireServer server;

    private final Map<String, Integer> served;

    private CloudDoor(WireServer server, Map<String, Integer> served) {
        this.server = server;
        this.served = served;
    }

    /**
     * Serves at once.
     *
     * @param address port 0 takes any free one
     * @param instances what they find in their metadata; of those that are not named, it is the usual
     * @param identities who may call; instances' roles are added
     * @param rates how often
     * @throws UncheckedIOException if the address cannot be had
     */
    static CloudDoor open(
            InetSocketAddress address,
            CloudRegion region,
            Map<InstanceId, Scene.Metadata> instances,
            Identities identities,
            CallRates rates,
            long seed,
            Tasks tasks) {
        var served = new ConcurrentSkipListMap<String, Integer>();
        region.cloud().throttle().allow(rates);
        var api = OpenApi.of(region, identities, tasks)
                .outside(new QuirkGate(region.cloud().quirks(), SILENCE, tasks::sleep, region.cloud()::later))
                .within(new ThrottleGate(region.id(), region.cloud().throttle()))
                .within((call, onward) -> {
                    served.merge(call.api().action(), 1, Integer::sum);
                    return onward.go(call);
                })
                .door(seed);
        var metadata = MetadataHandler.ofEach(metadata(region, instances, identities, seed, tasks));
        try {
            return new CloudDoor(WireServer.open(address).mount("/", api).mountHandler("/i-", metadata), served);
        } catch (IOException refused) {
            throw new UncheckedIOException("%s cannot be had: %s".formatted(address, refused.getMessage()), refused);
        }
    }

    private static MetadataService metadata(
            CloudRegion region,
            Map<InstanceId, Scene.Metadata> instances,
            Identities identities,
            long seed,
            Tasks tasks) {
        var chance = new SplittableRandom(seed);
        var service = new MetadataService(
                region.cloud(),
                new MetadataSite(new Region(region.id()), region.account()),
                new Roles(region.account(), instances, new TokenService(identities, tasks, chance.split())),
                tasks,
                chance.split());
        instances.forEach((instance, metadata) -> service.mode(instance, metadata.mode()));
        return service;
    }

    /** As a client names it: {@code 127.0.0.1:18080}. */
    String authority() {
        return server.authority();
    }

    /** How many calls of the API were let in so far, by their actions. */
    Map<String, Integer> served() {
        return new TreeMap<>(served);
    }

    /** The variables that lead an agent here. */
    Map<String, String> environment() {
        return Map.of("ECS_ENDPOINT", authority(), "VPC_ENDPOINT", authority(), "ALICLOUD_CLIENT_SCHEME", "HTTP");
    }

    /** What stands for {@code http://100.100.100.200} on this instance. */
    URI metadata(InstanceId instance) {
        return URI.create("http://%s/%s".formatted(authority(), instance));
    }

    @Override
    public void close() {
        server.close();
    }

    /** Each instance's own, in the cloud's account. */
    private record Roles(String account, Map<InstanceId, Scene.Metadata> instances, TokenService tokens)
            implements StsIssuer {
        Roles {
            instances = Map.copyOf(instances);
        }

        @Override
        public Optional<String> roleOf(InstanceId instance) {
            return role(instance).map(Scene.Role::name);
        }

        @Override
        public Credentials.Temporary issue(InstanceId instance, String role) {
            var policy = role(instance).map(Scene.Role::policy).orElse(Policy.NOTHING);
            return tokens.issue(new Identity(role, account, policy), ROLE_LIFE);
        }

        private Optional<Scene.Role> role(InstanceId instance) {
            return instances.getOrDefault(instance, Scene.Metadata.USUAL).role();
        }
    }
}
