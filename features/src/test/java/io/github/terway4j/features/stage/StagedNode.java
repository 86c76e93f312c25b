package io.github.terway4j.features.stage;

import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.app.wiring.DaggerNodeComponent;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cluster.PodDirectoryInWorld;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A node and, while it lives, its agent. The disk outlives the agent. */
public final class StagedNode {
    private final World world;
    private final Node node;
    private final LeaseDesk desk;
    private final CloudInWorld cloud;
    private final Kernel kernel;
    private final PodDirectory pods;
    private final Chronicle chronicle;
    private final SimulatedDisk disk = new SimulatedDisk();
    private Optional<Agent> agent = Optional.empty();

    private record Agent(SimulatedProcess process, NodeComponent parts) {}

    StagedNode(
            World world,
            Node node,
            LeaseDesk desk,
            CloudInWorld cloud,
            Kernel kernel,
            PodDirectory pods,
            Chronicle chronicle) {
        this.world = world;
        this.node = node;
        this.desk = desk;
        this.cloud = cloud;
        this.kernel = kernel;
        this.pods = pods;
        this.chronicle = chronicle;
    }

    public NetNs netns() {
        return node.host();
    }

    public NodeFacts facts() {
        return node.facts();
    }

    /** The agent's life begins; what it knows is on the disk, in the kernel and in the cloud. */
    public void startAgent() {
        var process = world.process(node.facts().instance().text());
        var surroundings = new Surroundings(
                cloud.network(process),
                new KernelInWorld(kernel, process),
                new SimulatedLeaseLedger(disk, new WayInWorld(process)),
                new PodDirectoryInWorld(pods, process),
                chronicle,
                process.tasks(),
                world.fork("agent"));
        var parts = DaggerNodeComponent.factory().node(node, desk, surroundings);
        agent = Optional.of(new Agent(process, parts));
        perform("start", 1, component -> {
            component.starter().start().ifPresent(fault -> {
                throw new IllegalStateException(fault.words());
            });
            process.start("pool", () -> component.pool().run());
            process.start("reaper", () -> component.reaper().run());
            return true;
        });
    }

    public void killAgent() {
        agent.ifPresent(living -> living.process().crash());
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
        var patience = world.instant().plus(Stage.PATIENCE);
        while (answers.size() < deeds.size() && asked.process().alive()) {
            if (world.instant().isAfter(patience)) {
                throw new IllegalStateException("'%s' has had no answer for %s".formatted(task, Stage.PATIENCE));
            }
            world.runFor(Stage.MOMENT);
        }
        return answers;
    }
}
