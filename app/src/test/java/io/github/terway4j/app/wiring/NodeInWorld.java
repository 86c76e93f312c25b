package io.github.terway4j.app.wiring;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One node in a world of its own: the product's agent as it is, started again whenever it crashes, and a container
 * runtime that asks until it is answered.
 */
final class NodeInWorld implements AutoCloseable {
    private static final Duration RUNTIME_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    final World world;
    final SimulatedMachine machine = new SimulatedMachine();
    private final SimulatedDisk disk = new SimulatedDisk();
    private final SimulatedCluster cluster;
    final SimulatedCloud cloud;
    final CloudScene scene;
    /** A vSwitch in the node's zone that the agent knows nothing of. */
    final VSwitchId elsewhere;

    private final CloudInWorld reach;
    private final Instance instance;
    private final NetNs host;
    private final SimulatedProcess runtime;
    private Optional<Incarnation> agent = Optional.empty();

    private record Incarnation(SimulatedProcess process, NodeComponent component) {}

    NodeInWorld(long seed, FaultPlan faults) {
        world = new World(seed, faults);
        cluster = new SimulatedCluster(seed);
        cluster.addNode("node-1");
        cloud = new SimulatedCloud(seed, world, EniTemper.CALM);
        scene = CloudScene.of(cloud, CloudScene.TYPE, 1);
        instance = scene.instances().getFirst();
        elsewhere = cloud.site()
                .createVSwitch(
                        scene.vpc(),
                        instance.zone(),
                        DualStack.both(Cidr.parse("10.9.0.0/24"), Cidr.parse("2408:4005:300:9::/64")));
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), cloud, "world-");
        host = fabric.addNode(instance.id(), "node-1");
        cloud.listen(fabric);
        runtime = world.process("runtime");
        reach = new CloudInWorld(world, cloud);
        startAgent();
    }

    private void startAgent() {
        var process = world.process("agent");
        agent = Optional.empty();
        process.whenCrashed(this::startAgent);
        process.start("main", () -> {
            var config = switch (NodeConfigReader.read(
                    Map.of("ip_stack", "dual", "min_pool_size", 2L, "max_pool_size", 5L))) {
                case ConfigReading.Accepted(var accepted, var _) -> accepted;
                case ConfigReading.Refused(var problems) -> throw new IllegalStateException(problems.toString());
            };
            var node =
                    NodeOf.node(config, RunningNode.facts(reach.facts(process, instance.id()), process.tasks()), host);
            var component = RunningNode.start(
                    node,
                    NodeOf.desk(config, node),
                    new Surroundings(
                            reach.network(process),
                            new KernelInWorld(machine.kernel(), process),
                            new SimulatedLeaseLedger(disk, new WayInWorld(process)),
                            new SimulatedPodDirectory(cluster, "node-1"),
                            new Silence(),
                            process.tasks(),
                            world.fork("agent")));
            agent = Optional.of(new Incarnation(process, component));
        });
    }

    /** From now on the cloud has these quirks and no others. */
    void follow(QuirkPlan plan) {
        reach.follow(plan);
    }

    /** The agent dies, and the next one begins. */
    void restartAgent() {
        agent.ifPresent(living -> living.process().crash());
    }

    /** What the runtime does, in its own time; the caller drives the world. */
    void runtime(String name, Runnable work) {
        runtime.start(name, work);
    }

    RunningPod startPod(String name) {
        machine.namespaces().create("pod-" + name);
        return cluster.start("node-1", new PodRef("default", name));
    }

    NetNs netns(RunningPod pod) {
        return machine.namespaces().named("pod-" + pod.pod().name()).getFirst();
    }

    /** ADD, again and again until the pod has its network. */
    PodNetwork add(RunningPod pod) {
        while (true) {
            var outcome = ask(
                    "ADD " + pod.pod(),
                    component -> component
                            .attachPod()
                            .attach(new AttachRequest(
                                    pod.attachment(),
                                    pod.pod(),
                                    netns(pod),
                                    new Mtu(1500),
                                    BandwidthLimit.NONE,
                                    world.instant().plus(RUNTIME_PATIENCE))));
            if (outcome instanceof AttachOutcome.Attached(var network)) {
                return network;
            }
            runtime.tasks().sleep(BETWEEN_TRIES);
        }
    }

    /** DEL, until it is done; then the sandbox is no more. */
    void del(RunningPod pod) {
        while (!(ask("DEL " + pod.pod(), component -> component.detachPod().detach(pod.attachment()))
                instanceof DetachOutcome.Detached)) {
            runtime.tasks().sleep(BETWEEN_TRIES);
        }
        cluster.stop(pod.pod());
        machine.namespaces().delete(netns(pod));
    }

    /** Lets whichever agent lives do the deed; if it dies meanwhile, the next one. */
    private <T> T ask(String what, Function<NodeComponent, T> deed) {
        while (true) {
            var asked = agent.filter(living -> living.process().alive());
            if (asked.isPresent()) {
                var answer = new ArrayList<T>();
                var answered = runtime.tasks().signal("answer to " + what);
                var deadline = world.instant().plus(RUNTIME_PATIENCE);
                asked.get().process().whenCrashed(answered::raise);
                asked.get().process().start(what, () -> {
                    answer.add(deed.apply(asked.get().component()));
                    answered.raise();
                });
                answered.awaitBeyond(0, deadline);
                if (!answer.isEmpty()) {
                    return answer.getFirst();
                }
            }
            runtime.tasks().sleep(BETWEEN_TRIES);
        }
    }

    KernelState host() {
        if (machine.kernel().observe(host, List.of()) instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException("the node is gone");
    }

    List<Lease> ledger() {
        return disk.leases();
    }

    @Override
    public void close() {
        world.close();
    }

    private static final class Silence implements Chronicle {
        @Override
        public void pod(PodRef pod, EventReason reason, String message) {}

        @Override
        public void node(EventReason reason, String message) {}
    }
}
