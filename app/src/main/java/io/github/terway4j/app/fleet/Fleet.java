package io.github.terway4j.app.fleet;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.usecase.CallPacer;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.SimulatedCloudNetwork;
import io.github.terway4j.simulator.cloud.SimulatedInstanceFacts;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A world with a cloud and nodes in it. What the machines are is known; all else the agents have to ask. */
public final class Fleet implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final FleetPlan plan;
    private final World world;
    private final SimulatedMachine machine = new SimulatedMachine();
    private final SimulatedCluster cluster;
    private final SimulatedCloud cloud;
    private final CloudInWorld reach;
    private final Door door;
    private final NodeConfig config;
    private final Requests requests = new Requests();
    private final List<FleetNode> nodes = new ArrayList<>();

    public Fleet(FleetPlan plan) {
        this.plan = plan;
        world = new World(plan.seed());
        cluster = new SimulatedCluster(plan.seed());
        cloud = new SimulatedCloud(plan.seed(), world, plan.temper());
        reach = new CloudInWorld(world, cloud);
        door = new Door(plan.admission(), plan.waiting() ? Door.Manner.WAITING : Door.Manner.REFUSING);
        config = read(plan.configuration());
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), cloud, "fleet-");
        for (var instance : instances()) {
            var name = "node-" + (nodes.size() + 1);
            cluster.addNode(name);
            nodes.add(node(name, instance, fabric.addNode(instance.id(), name)));
        }
        cloud.listen(fabric);
    }

    /** All of one zone, in a vSwitch and a security group with room for as many as there may be. */
    private List<Instance> instances() {
        var site = cloud.site();
        var vpc = site.createVpc(DualStack.v4(Cidr.parse("10.0.0.0/8")));
        var vSwitch = site.createVSwitch(vpc, CloudScene.ZONES.getFirst(), DualStack.v4(Cidr.parse("10.1.0.0/16")));
        if (plan.takesPrefixes()) {
            site.reserve(vSwitch, Cidr.parse("10.1.64.0/18"));
        }
        var groups = List.of(site.createSecurityGroup(vpc, SecurityGroup.Kind.ADVANCED, Label.NONE));
        return IntStream.range(0, plan.nodes())
                .mapToObj(_ -> site.launch(InstanceOrder.of(plan.type(), vSwitch, groups))
                        .getFirst())
                .toList();
    }

    private FleetNode node(String name, Instance instance, NetNs host) {
        var process = world.process(name);
        return new FleetNode(name, process, cluster, machine.namespaces(), () -> birth(name, process, instance, host));
    }

    private NodeComponent birth(String name, SimulatedProcess process, Instance instance, NetNs host) {
        var facts = new SimulatedInstanceFacts(cloud, instance.id(), Passage.direct());
        var node = NodeOf.node(config, RunningNode.facts(facts, process.tasks()), host);
        return RunningNode.start(
                node,
                NodeOf.desk(config, node),
                new Surroundings(
                        network(process),
                        new KernelInWorld(machine.kernel(), process),
                        new SimulatedLeaseLedger(new SimulatedDisk(), new WayInWorld(process)),
                        new SimulatedCloudJournal(new SimulatedDisk(), new WayInWorld(process)),
                        new SimulatedPodDirectory(cluster, name),
                        new Silence(),
                        process.tasks(),
                        world.fork("dice of " + name)));
    }

    private PacedCloud network(SimulatedProcess process) {
        var way = new WayThroughDoor(process, reach.passage(process, plan.eachWay()), door);
        var budget = new CallBudget(Map.of(), world.instant());
        var pacer = new CallPacer(budget, process.tasks(), world.fork("pace of " + process.name()));
        return new PacedCloud(new SimulatedCloudNetwork(cloud, way), way, pacer, requests, Urgency.WARM_UP);
    }

    /**
     * Starts all agents at once, and lets them work until each has so many addresses at hand. Returns how long that
     * takes.
     *
     * @throws IllegalStateException if it takes longer than {@code most}
     */
    public Filling fill(int addresses, Duration most) {
        var begun = world.instant();
        var deadline = begun.plus(most);
        nodes.forEach(node -> node.start(addresses, deadline));
        while (nodes.stream().anyMatch(node -> node.readyAt().isEmpty())) {
            if (world.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "seed %d: some nodes are without their addresses after %s".formatted(plan.seed(), most));
            }
            world.runFor(STEP);
        }
        var last = nodes.stream().flatMap(node -> node.readyAt().stream()).max(Instant::compareTo);
        return new Filling(Duration.between(begun, last.orElse(begun)), requests.copy(), door.refused());
    }

    /** So many pods come to every node at once. Returns what it cost until all had their network, and the pool rested. */
    public Requests podsCome(int count) {
        nodes.forEach(node -> node.addPods(count));
        return settle();
    }

    /** All pods go at once. Returns what it cost until the pool rested again. */
    public Requests podsGo() {
        nodes.forEach(FleetNode::deletePods);
        return settle();
    }

    /**
     * Runs until nobody waits and the pool has settled. Returns what that has cost.
     *
     * <p>What pods leave behind wakes nobody: that it may go is found by the looks that the pool takes in any case. One of
     * them may come before what was left has rested, and the next sees it rested.
     */
    private Requests settle() {
        var pool = config.pool();
        var dealings =
                new Dealings(pool.cooldown().length().plus(pool.syncPeriod().multipliedBy(2)), world.instant());
        var before = requests.copy();
        while (nodes.stream().anyMatch(FleetNode::isBusy) || !dealings.areOver(world.instant())) {
            world.runFor(STEP);
            dealings.heard(requests.since(before), world.instant());
            before = requests.copy();
        }
        return dealings.cost();
    }

    private static NodeConfig read(Map<String, Object> configuration) {
        return switch (NodeConfigReader.read(configuration)) {
            case ConfigReading.Accepted(var accepted, var _) -> accepted;
            case ConfigReading.Refused(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
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
