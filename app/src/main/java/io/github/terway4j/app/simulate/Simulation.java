package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.PodNewsroom;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.fault.MischievousCalls;
import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Picture;
import io.github.terway4j.simulator.invariant.Watch;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.Spread;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One world with a cloud, a cluster, nodes and the product's own agents on them, and what goes wrong there. */
final class Simulation implements AutoCloseable {
    private static final Spread DOWNTIME = Spread.ofMillis(500, 10_000);
    /** Chosen: until somebody sees that a pod has lost its address. */
    static final Duration ROUND = Duration.ofMinutes(5);

    final World world;
    final Mischief mischief;
    final Picture picture = new Picture();
    final Watch watch;
    final CallCount calls;
    final Landscape landscape;
    final SimulatedCloud cloud;
    final QuirksNow quirks;
    final NodeConfig config;
    final List<SimulatedNode> nodes = new ArrayList<>();
    final Tenants tenants;
    private final Disturbances disturbances;
    private final SimulatedMachine machine = new SimulatedMachine();
    private final SimulatedCluster cluster;
    private final MischievousGate gate;
    private final CloudInWorld reach;
    final EniNews enis;
    private final UnaryOperator<Surroundings> surroundings;
    private FaultPlan fates = FaultPlan.NONE;
    private Runnable afterEach = () -> {};

    Simulation(SimulationPlan plan, Staging staging) {
        this.surroundings = staging.surroundings();
        world = new World(plan.seed(), call -> fateOf(call));
        mischief = new Mischief(world, plan.faults(), plan.choice());
        landscape = staging.landscape().apply(world.fork("landscape"));
        cluster = new SimulatedCluster(world.fork("cluster").nextLong());
        cloud = new SimulatedCloud(world.fork("cloud").nextLong(), world, EniTemper.CALM);
        cloud.accountQuota(landscape.accountQuota(plan.nodes()));
        var scene = CloudScene.of(cloud, landscape.type(), plan.nodes());
        config = read(landscape.configuration(scene));
        watch = new Watch(world, picture, Standing.invariants(plan, landscape, config));
        calls = new CallCount(watch);
        quirks = new QuirksNow(this::follow);
        gate = new MischievousGate(quirks, mischief, calls);
        reach = new CloudInWorld(world, cloud, gate);
        enis = new EniNews(cloud, watch);
        build(scene.instances());
        tenants = new Tenants(
                world,
                cluster,
                nodes.stream().map(SimulatedNode::kubelet).toList(),
                new Capacity(landscape.type(), config.eni().cap()).sharedPods());
        disturbances = new Disturbances(this, new Meddler(world, cloud, mischief.chance(FaultKind.MEDDLING)));
        fates = new MischievousCalls(mischief, call -> call.process().startsWith("node-"));
        world.afterEach(this::look);
    }

    private Fate fateOf(FaultPlan.Call call) {
        return fates.fateOf(call);
    }

    private void follow(QuirkPlan quirky) {
        reach.follow(quirky);
    }

    private void build(List<Instance> instances) {
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), cloud, "world-");
        for (int i = 0; i < instances.size(); i++) {
            var name = "node-" + (i + 1);
            picture.add(name, instances.get(i));
            cluster.addNode(name);
            var host = fabric.addNode(instances.get(i).id(), name);
            var disk = new SimulatedDisk();
            disk.listen(new DiskNews(name, watch));
            nodes.add(node(new Machine(
                    world,
                    name,
                    instances.get(i),
                    host,
                    new WatchedKernel(machine.kernel(), host, step -> watch.hear(new Change.KernelStepped(name, step))),
                    disk,
                    new SimulatedPodDirectory(cluster, name),
                    new PodNewsroom(cluster, name),
                    reach,
                    mischief,
                    surroundings)));
        }
        cloud.listen(fabric);
    }

    private SimulatedNode node(Machine on) {
        var clock = world.clock();
        var chance = world.fork("downtime of " + on.name());
        var agent = new AgentInWorld(
                world, on.name(), clock, () -> DOWNTIME.draw(chance), process -> on.birth(process, config));
        var process = world.process("kubelet of " + on.name(), clock);
        var runtime = new CniCaller(agent, process);
        var sandboxes = new Sandboxes(on.name(), process, machine.namespaces(), runtime, mischief, watch);
        var kubelet =
                new Kubelet(on.name(), process, cluster, sandboxes, mischief, world.fork("kubelet of " + on.name()));
        return new SimulatedNode(on, clock, agent, runtime, kubelet);
    }

    /** Agents are started, and pods. */
    void begin() {
        nodes.forEach(SimulatedNode::start);
        disturbances.begin();
        lookForVictims();
        world.after(Duration.ofSeconds(10), "workload", tenants::step);
    }

    /** Faults and wishes end. */
    void calm() {
        world.note("simulation", "faults and wishes end");
        mischief.calm();
        disturbances.end();
        tenants.end();
    }

    /** Somebody else does something in the cloud. */
    void meddle(Meddler meddler) {
        tellOfEnis();
        meddler.meddle();
        enis.tell(Change.By.SOMEBODY_ELSE);
    }

    /** Pods that have lost their address to somebody else are started anew, every so often. */
    private void lookForVictims() {
        world.after(ROUND, "an operator's round", () -> {
            replaceVictims();
            lookForVictims();
        });
    }

    private void replaceVictims() {
        for (var node : nodes) {
            for (var pod : picture.victims(node.name())) {
                node.kubelet().find(pod).ifPresent(life -> tenants.replace(life, node.kubelet()));
            }
        }
    }

    /** Those in the cloud that no instance was born with. */
    List<CloudEni> secondaryEnis() {
        return cloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .toList();
    }

    private void tellOfEnis() {
        if (gate.takeChanged()) {
            enis.tell(Change.By.US);
        }
    }

    /** Every pod is to end. */
    void endPods() {
        nodes.forEach(node -> node.kubelet().all().forEach(life -> life.end(() -> {})));
    }

    /** From now on this is done after each event, when all invariants have looked. */
    void afterEach(Runnable deed) {
        afterEach = deed;
    }

    private void look() {
        tellOfEnis();
        watch.look();
        afterEach.run();
    }

    private static NodeConfig read(Map<String, Object> configuration) {
        return switch (NodeConfigReader.read(configuration)) {
            case ConfigReading.Accepted(var accepted, var _) -> accepted;
            case ConfigReading.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
