package io.github.terway4j.features.stage;

import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints;
import io.github.terway4j.app.usecase.CallPacer;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.openapi.OpenApi;
import io.github.terway4j.simulator.openapi.QuirkGate;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.WireServer;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The simulated cloud behind its HTTP door on this machine, and the product's own client before it: codes, signatures
 * and pages are the real ones, and so is the client's pace. The clock is the world's.
 */
final class CloudAtItsDoor implements AutoCloseable {
    private static final String REGION = "cn-hangzhou";
    private static final String KEY = "testid";
    private static final String SECRET = "testsecret";
    private static final Duration THERE_AND_BACK = Duration.ofMillis(200);
    /** Nobody tells the world when the cloud has begun something that ends by itself, so it looks now and then. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final World world;
    private final SimulatedCloud cloud;
    private final CallCounts counts;
    private final WireServer server;

    CloudAtItsDoor(World world, SimulatedCloud cloud, CallCounts counts) {
        this.world = world;
        this.cloud = cloud;
        this.counts = counts;
        var region = new CloudRegion(REGION, Identity.ACCOUNT, cloud);
        // A call that is lost ends at once: the client waits on the wall's clock.
        var quirks = new QuirkGate(
                cloud.quirks(), Duration.ZERO, length -> {}, (length, late) -> world.after(length, "late", late));
        var door = OpenApi.of(region, Identities.ofOwner(KEY, SECRET), InstantSource.system())
                .outside(quirks)
                .door(1);
        try {
            server = WireServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .mount("/", door);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        settle();
    }

    private void settle() {
        world.after(BETWEEN_LOOKS, "the cloud settles", () -> {
            cloud.settle();
            settle();
        });
    }

    CloudNetwork network(SimulatedProcess agent) {
        var endpoints = new AliyunEndpoints(
                new Region(REGION), AliyunEndpoints.Scheme.HTTP, server.authority(), server.authority(), Map.of());
        var pacer = new CallPacer(new CallBudget(Map.of(), world.instant()), agent.tasks(), world.fork("pace"));
        var key = new Credentials.AccessKey(KEY, SECRET);
        var api =
                new AliyunApi(endpoints, () -> new CloudOutcome.Done<>(key), new Journey(pacer, agent.tasks(), counts));
        return new AliyunCloudNetwork(api, Optional.empty());
    }

    @Override
    public void close() {
        server.close();
    }

    /** Each call has its turn, is counted, and takes its time. */
    private record Journey(PaceCalls pacer, Tasks tasks, CallCounts counts) implements PaceCalls {
        @Override
        public Optional<Duration> turn(CloudApi api, Urgency urgency) {
            var later = pacer.turn(api, urgency);
            if (later.isEmpty()) {
                counts.add(api.action(), tasks.instant());
                tasks.sleep(THERE_AND_BACK);
            }
            return later;
        }

        @Override
        public Duration throttled(CloudApi api) {
            return pacer.throttled(api);
        }

        @Override
        public Duration throttledAltogether() {
            return pacer.throttledAltogether();
        }

        @Override
        public void taken(CloudApi api) {
            pacer.taken(api);
        }
    }
}
