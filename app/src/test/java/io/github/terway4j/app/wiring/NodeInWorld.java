package io.github.terway4j.app.wiring;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.simulate.AgentInWorld;
import io.github.terway4j.app.simulate.Machine;
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
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cluster.PodNewsroom;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One node in a world of its own: the product's agent as it is, started again whenever it crashes, and a container
 * runtime that asks until it is answered.
 */
final class NodeInWorld implements AutoCloseable {
    private static final String NAME = "node-1";
    private static final Duration RUNTIME_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    final World world;
    final SimulatedMachine machine = new SimulatedMachine();
    final SimulatedCloud cloud;
    final CloudScene scene;
    /** A vSwitch in the node's zone that the agent knows nothing of. */
    final VSwitchId elsewhere;

    private final SimulatedCluster cluster;
    private final CloudInWorld reach;
    private final Machine node;
    private final SimulatedProcess runtime;
    private final AgentInWorld agent;

    NodeInWorld(long seed, FaultPlan faults) {
        this(seed, faults, UnaryOperator.identity());
    }

    /** @param surroundings what each life of the agent finds in the place of what there is */
    NodeInWorld(long seed, FaultPlan faults, UnaryOperator<Surroundings> surroundings) {
        world = new World(seed, faults);
        cluster = new SimulatedCluster(seed);
        cluster.addNode(NAME);
        cloud = new SimulatedCloud(seed, world, EniTemper.CALM);
        scene = CloudScene.of(cloud, CloudScene.TYPE, 1);
        var instance = scene.instances().getFirst();
        elsewhere = cloud.site()
                .createVSwitch(
                        scene.vpc(),
                        instance.zone(),
                        DualStack.both(Cidr.parse("10.9.0.0/24"), Cidr.parse("2408:4005:300:9::/64")));
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), cloud, "world-");
        reach = new CloudInWorld(world, cloud);
        node = new Machine(
                world,
                NAME,
                instance,
                fabric.addNode(instance.id(), NAME),
                machine.kernel(),
                new SimulatedDisk(),
                new SimulatedPodDirectory(cluster, NAME),
                new PodNewsroom(cluster, NAME),
                reach,
                new Mischief(world, List.of(), FaultChoice.ALL),
                surroundings);
        cloud.listen(fabric);
        runtime = world.process("runtime");
        agent = new AgentInWorld(
                world, "agent", world.clock(), () -> Duration.ZERO, process -> node.birth(process, config()));
        agent.start();
    }

    private static NodeConfig config() {
        return switch (NodeConfigReader.read(Map.of("ip_stack", "dual", "min_pool_size", 2L, "max_pool_size", 5L))) {
            case ConfigReading.Accepted(var accepted, var _) -> accepted;
            case ConfigReading.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** From now on the cloud has these quirks and no others. */
    void follow(QuirkPlan plan) {
        reach.follow(plan);
    }

    /** The agent dies, and the next one begins. */
    void restartAgent() {
        agent.present().ifPresent(living -> living.process().crash());
    }

    /** What the runtime does, in its own time; the caller drives the world. */
    void runtime(String name, Runnable work) {
        runtime.start(name, work);
    }

    RunningPod startPod(String name) {
        machine.namespaces().create("pod-" + name);
        return cluster.start(NAME, new PodRef("default", name));
    }

    NetNs netns(RunningPod pod) {
        return machine.namespaces().named("pod-" + pod.pod().name()).getFirst();
    }

    /** ADD, again and again until the pod has its network. */
    PodNetwork add(RunningPod pod) {
        while (true) {
            if (addOnce(pod) instanceof AttachOutcome.Attached(var network)) {
                return network;
            }
            runtime.tasks().sleep(BETWEEN_TRIES);
        }
    }

    AttachOutcome addOnce(RunningPod pod) {
        return ask(
                "ADD " + pod.pod(),
                living -> living.component()
                        .attachPod()
                        .attach(new AttachRequest(
                                pod.attachment(),
                                pod.pod(),
                                netns(pod),
                                new Mtu(1500),
                                BandwidthLimit.NONE,
                                world.instant().plus(RUNTIME_PATIENCE))));
    }

    /** From now on the node hears nothing from the API server. */
    void cutOffCluster() {
        node.newsroom().cutOff("connection refused");
        node.pods().cutOff("connection refused");
    }

    void reconnectCluster() {
        node.newsroom().reconnect();
        node.pods().reconnect();
    }

    /** The pod ends, and nobody tells the agent. */
    void endWithoutAWord(RunningPod pod) {
        cluster.stop(pod.pod());
        machine.namespaces().delete(netns(pod));
    }

    /** DEL, until it is done; then the sandbox is no more. */
    void del(RunningPod pod) {
        while (!(ask(
                        "DEL " + pod.pod(),
                        living -> living.component().detachPod().detach(pod.attachment()))
                instanceof DetachOutcome.Detached)) {
            runtime.tasks().sleep(BETWEEN_TRIES);
        }
        cluster.stop(pod.pod());
        machine.namespaces().delete(netns(pod));
    }

    /** Lets whichever agent lives do the deed; if it dies meanwhile, the next one. */
    private <T> T ask(String what, Function<AgentInWorld.Incarnation, T> deed) {
        var answer = Optional.<T>empty();
        while (answer.isEmpty()) {
            answer = agent.ask(runtime, what, RUNTIME_PATIENCE, deed);
            if (answer.isEmpty()) {
                runtime.tasks().sleep(BETWEEN_TRIES);
            }
        }
        return answer.get();
    }

    KernelState host() {
        if (machine.kernel().observe(node.host(), List.of()) instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException("the node is gone");
    }

    List<Lease> ledger() {
        return node.disk().leases();
    }

    @Override
    public void close() {
        world.close();
    }
}
