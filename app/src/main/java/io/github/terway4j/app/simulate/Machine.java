package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.WatchedPods;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.PodDirectoryInWorld;
import io.github.terway4j.simulator.cluster.PodFeedInWorld;
import io.github.terway4j.simulator.cluster.PodNewsroom;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.util.function.UnaryOperator;

/**
 * One node of a world without its agent: what stays when the agent goes.
 *
 * @param host its own network namespace
 * @param pods what it can see of the cluster when it asks
 * @param newsroom what it is told of the cluster by and by
 * @param surroundings what becomes of the ports that the agent is given; in a test of the checks, something wrong
 */
public record Machine(
        World world,
        String name,
        Instance instance,
        NetNs host,
        Kernel kernel,
        SimulatedDisk disk,
        SimulatedPodDirectory pods,
        PodNewsroom newsroom,
        CloudInWorld cloud,
        Mischief mischief,
        UnaryOperator<Surroundings> surroundings) {
    /** On a node a mistake ends one round of a loop; here, everything. */
    private static void stop(String loop, RuntimeException mistake) {
        throw new AssertionError("the " + loop + " has stumbled", mistake);
    }

    /** What a process of the agent does before it serves. */
    public NodeComponent birth(SimulatedProcess process, NodeConfig config) {
        var node = NodeOf.node(config, RunningNode.facts(cloud.facts(process, instance.id()), process.tasks()), host);
        var watched = new WatchedPods(
                new PodFeedInWorld(newsroom, process, mischief),
                new PodDirectoryInWorld(pods, process),
                process.tasks());
        process.start("pod feed", watched::run);
        var component = RunningNode.start(
                node,
                NodeOf.desk(config, node),
                surroundings.apply(new Surroundings(
                        cloud.network(process),
                        new KernelInWorld(kernel, process),
                        new SimulatedLeaseLedger(disk, new WayInWorld(process)),
                        new SimulatedCloudJournal(disk, new WayInWorld(process)),
                        watched,
                        new ChronicleInWorld(world, name),
                        process.tasks(),
                        world.fork("dice of " + process.name()))),
                Machine::stop);
        watched.whenTold(component.limits()::told);
        return component;
    }
}
