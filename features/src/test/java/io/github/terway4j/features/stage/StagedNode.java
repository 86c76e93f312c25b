package io.github.terway4j.features.stage;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.WatchedPods;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.NodeDirectoryInWorld;
import io.github.terway4j.simulator.cluster.PodDirectoryInWorld;
import io.github.terway4j.simulator.cluster.PodFeedInWorld;
import io.github.terway4j.simulator.cluster.PodNewsroom;
import io.github.terway4j.simulator.cluster.SimulatedNodeDirectory;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A node and, while it lives, its agent. The disk outlives the agent. */
public final class StagedNode {
    private final World world;
    private final Instance instance;
    private final NetNs host;
    private final CloudReach cloud;
    private final Kernel kernel;
    private final SimulatedPodDirectory pods;
    private final Chronicle chronicle;
    private final BiConsumer<String, RuntimeException> mistakes;
    private final PodNewsroom newsroom;
    private final SimulatedNodeDirectory nodes;
    private final Mischief none;
    private final NodeConditions conditions;
    private SimulatedDisk disk = new SimulatedDisk();
    private NodeConfig config;
    private Optional<Agent> agent = Optional.empty();

    private record Agent(SimulatedProcess process, NodeComponent parts) {}

    StagedNode(
            World world,
            NodeConfig config,
            Instance instance,
            NetNs host,
            CloudReach cloud,
            Kernel kernel,
            SimulatedPodDirectory pods,
            PodNewsroom newsroom,
            SimulatedNodeDirectory nodes,
            NodeConditions conditions,
            Chronicle chronicle,
            BiConsumer<String, RuntimeException> mistakes) {
        this.world = world;
        this.config = config;
        this.instance = instance;
        this.host = host;
        this.cloud = cloud;
        this.kernel = kernel;
        this.pods = pods;
        this.newsroom = newsroom;
        this.nodes = nodes;
        this.conditions = conditions;
        this.none = new Mischief(world, List.of(), FaultChoice.ALL);
        this.chronicle = chronicle;
        this.mistakes = mistakes;
    }

    public NetNs netns() {
        return host;
    }

    public Instance instance() {
        return instance;
    }

    /** What its operator wants, from the next start of its agent on. */
    void configure(NodeConfig other) {
        config = other;
    }

    /** From now on it can neither ask the API server nor hear of it. */
    public void cutOff(String why) {
        pods.cutOff(why);
        newsroom.cutOff(why);
        nodes.cutOff(why);
    }

    public void reconnect() {
        pods.reconnect();
        newsroom.reconnect();
        nodes.reconnect();
    }

    /** Nothing is left of what agents wrote. */
    public void loseDisk() {
        killAgent();
        disk = new SimulatedDisk();
    }

    /** The agent's life begins; what it knows is on the disk, in the kernel and in the cloud. */
    public void startAgent() {
        var process = world.process(instance.id().text());
        var reached = cloud.of(process, instance.id());
        var begun = new AtomicReference<Optional<NodeComponent>>(Optional.empty());
        process.start("start", () -> {
            var node = NodeOf.node(config, RunningNode.facts(reached.facts(), process.tasks()), host);
            var watched = new WatchedPods(
                    new PodFeedInWorld(newsroom, process, none),
                    new PodDirectoryInWorld(pods, process),
                    process.tasks());
            process.start("pod feed", watched::run);
            var surroundings = new Surroundings(
                    reached.network(),
                    new KernelInWorld(kernel, process),
                    new SimulatedLeaseLedger(disk, new WayInWorld(process)),
                    new SimulatedCloudJournal(disk, new WayInWorld(process)),
                    watched,
                    chronicle,
                    process.tasks(),
                    world.fork("agent"),
                    conditions,
                    new NodeDirectoryInWorld(nodes, process),
                    config.routeTables().stream().map(reached.routes()).toList());
            var component = RunningNode.start(node, NodeOf.desk(config, node), surroundings, mistakes);
            watched.whenTold(component.limits()::told);
            begun.set(Optional.of(component));
        });
        await("start", process, () -> begun.get().isPresent());
        agent = begun.get().map(parts -> new Agent(process, parts));
    }

    public void killAgent() {
        agent.ifPresent(living -> living.process().crash());
    }

    /** The calls to the cloud of whose end nobody knows, as the disk has them. */
    public List<CloudDeed> openCalls() {
        return disk.intents().stream().map(CloudIntent::deed).toList();
    }

    public boolean agentLives() {
        return agent.filter(one -> one.process().alive()).isPresent();
    }

    public List<Lease> leases() {
        return disk.leases();
    }

    /** The same question, so many times at once. */
    <T> List<T> perform(String task, int times, Function<NodeComponent, T> deed) {
        return performAll(task, Collections.nCopies(times, deed));
    }

    /**
     * Asks the agent for all these at once, and waits until it has answered or died.
     *
     * @return as many answers, or fewer if it died
     */
    <T> List<T> performAll(String task, List<Function<NodeComponent, T>> deeds) {
        var asked = agent.orElseThrow();
        var answers = new ArrayList<T>();
        for (var deed : deeds) {
            asked.process().start(task, () -> answers.add(deed.apply(asked.parts())));
        }
        await(task, asked.process(), () -> answers.size() == deeds.size());
        return answers;
    }

    private void await(String task, SimulatedProcess process, BooleanSupplier done) {
        var patience = world.instant().plus(Stage.PATIENCE);
        while (!done.getAsBoolean() && process.alive()) {
            if (world.instant().isAfter(patience)) {
                throw new IllegalStateException("'%s' has had no answer for %s".formatted(task, Stage.PATIENCE));
            }
            world.runFor(Stage.MOMENT);
        }
    }
}
