package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The cloud as the processes of a world reach it: over a network, where the world decides what arrives. What ends by
 * itself in the cloud does so in the world's time, and is told in its trace.
 */
public final class CloudInWorld {
    /** Chosen: an OpenAPI call takes some tenths of a second. */
    private static final Spread API = Spread.ofMillis(20, 150);
    /** Chosen: the metadata service is on the host. */
    private static final Spread METADATA = Spread.ofMillis(1, 5);

    private final World world;
    private final SimulatedCloud cloud;
    private final CloudGate gate;
    /** When the world will look at the cloud next. */
    private Instant nextLook = Instant.MIN;

    public CloudInWorld(World world, SimulatedCloud cloud) {
        this(world, cloud, CloudGate.OPEN);
    }

    public CloudInWorld(World world, SimulatedCloud cloud, CloudGate gate) {
        this.world = world;
        this.cloud = cloud;
        this.gate = gate;
        cloud.listen(new Chronicler());
        keepTime();
    }

    public CloudNetwork network(SimulatedProcess caller) {
        return new SimulatedCloudNetwork(cloud, passage(caller, API));
    }

    public InstanceFacts facts(SimulatedProcess caller, InstanceId self) {
        return new SimulatedInstanceFacts(cloud, self, passage(caller, METADATA));
    }

    public RouteTable routes(SimulatedProcess caller, RouteTableId table) {
        return new SimulatedRouteTable(cloud, table, passage(caller, API));
    }

    /** From now on the cloud has these quirks and no others. */
    public void follow(QuirkPlan plan) {
        cloud.follow(plan);
        keepTime();
    }

    /** A way of the caller's to the cloud that takes so long in either direction. */
    public Passage passage(SimulatedProcess caller, Spread eachWay) {
        return new Passage() {
            @Override
            public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
                return caller.request(
                        call,
                        eachWay,
                        () -> gate.<T>turnAway(caller.name(), call).orElseGet(() -> inTime(atTheCloud)),
                        CloudOutcome.Unknown::new);
            }

            @Override
            public void linger(Duration length) {
                caller.tasks().sleep(length);
            }
        };
    }

    private <T> T inTime(Supplier<T> atTheCloud) {
        var answer = atTheCloud.get();
        keepTime();
        gate.changed();
        return answer;
    }

    private void keepTime() {
        cloud.nextChange().filter(next -> !next.equals(nextLook)).ifPresent(next -> {
            nextLook = next;
            world.at(next, "the cloud settles", () -> {
                cloud.settle();
                keepTime();
                gate.changed();
            });
        });
    }

    private final class Chronicler implements CloudListener {
        @Override
        public void eniAttached(InstanceId instance, Eni eni) {
            world.note("cloud", "%s is attached to %s".formatted(eni.id(), instance));
        }

        @Override
        public void eniDetached(InstanceId instance, Eni eni) {
            world.note("cloud", "%s is detached from %s".formatted(eni.id(), instance));
        }

        @Override
        public void addressesChanged(InstanceId instance, Eni eni) {
            world.note("cloud", "%s of %s has %s".formatted(eni.id(), instance, eni.addresses()));
        }
    }
}
