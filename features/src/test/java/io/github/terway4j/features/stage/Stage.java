package io.github.terway4j.features.stage;

import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolRules;
import io.github.terway4j.domain.pool.Watermarks;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.SimulatedInstanceFacts;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One VPC with a vSwitch in each of two zones, nodes in the one and the other by turns, and the pods on them. Nodes are
 * announced first; they are there, and their agents with addresses at hand, when the first of them is asked for.
 */
public final class Stage {
    /** How long anybody is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    static final Duration MOMENT = Duration.ofMillis(5);

    private static final long SEED = 20_260_101;
    private static final Duration RUNTIMES_PATIENCE = Duration.ofMinutes(2);
    private static final Duration UNTIL_CALM = Duration.ofSeconds(30);
    private static final int TRACE_LINES = 40;
    private static final int TRACE_WIDTH = 200;
    private static final Mtu MTU = new Mtu(1500);

    private final Mishaps mishaps = new Mishaps();
    private final World world = new World(SEED, mishaps);
    private final SimulatedCloud cloud = new SimulatedCloud(SEED, world, EniTemper.CALM);
    private final CloudScene scene = CloudScene.of(cloud, CloudScene.TYPE, 0);
    private final CloudInWorld cloudInWorld = new CloudInWorld(world, cloud);
    private final SimulatedCluster cluster = new SimulatedCluster(SEED);
    private final Events events = new Events();
    private final Map<String, NodeShape> announced = new LinkedHashMap<>();
    private final Map<String, StagedNode> nodes = new LinkedHashMap<>();
    private final List<NetNs> sandboxes = new ArrayList<>();
    private Optional<Machine> machine = Optional.empty();
    private Optional<Fabric> fabric = Optional.empty();

    /** The kernel for this play. */
    public void standsOn(Machine kernel) {
        machine = Optional.of(kernel);
    }

    public void announce(NodeShape shape) {
        if (fabric.isPresent()) {
            throw new IllegalStateException("the play has begun: it is too late for " + shape.name());
        }
        announced.put(shape.name(), shape);
    }

    public StagedNode node(String name) {
        begin();
        var node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("nobody has announced " + name);
        }
        return node;
    }

    private void begin() {
        if (fabric.isPresent()) {
            return;
        }
        var wires = new Fabric(
                machine().kernel(), machine().namespaces(), cloud, machine().prefix());
        fabric = Optional.of(wires);
        for (var shape : announced.values()) {
            var vSwitch = scene.vSwitches().get(nodes.size() % scene.vSwitches().size());
            var instance = cloud.site().launch(CloudScene.TYPE, vSwitch, List.of(scene.securityGroup()));
            nodes.put(shape.name(), node(shape, instance, wires.addNode(instance.id(), shape.name())));
        }
        cloud.listen(wires);
        nodes.values().forEach(StagedNode::startAgent);
        world.runFor(UNTIL_CALM);
    }

    private StagedNode node(NodeShape shape, Instance instance, NetNs netns) {
        cluster.addNode(shape.name());
        var node = new Node(
                netns,
                facts(instance),
                PoolRules.of(new Watermarks(shape.least(), shape.most())),
                new PoolLimits(shape.enis(), shape.addressesPerEni(), shape.families()),
                scene.vSwitches(),
                VSwitchChoice.ORDERED,
                Map.of(),
                MTU,
                Duration.ofMinutes(2));
        return new StagedNode(
                world,
                node,
                new LeaseDesk(shape.families(), new Cooldown(shape.rest()), EniSelection.MOST_IPS),
                cloudInWorld,
                machine().kernel(),
                new SimulatedPodDirectory(cluster, shape.name()),
                events);
    }

    private NodeFacts facts(Instance instance) {
        return switch (new SimulatedInstanceFacts(cloud, instance.id(), Passage.direct()).read()) {
            case CloudOutcome.Done<NodeFacts>(var facts) -> facts;
            case CloudOutcome<NodeFacts> failed -> throw new IllegalStateException(failed.words());
        };
    }

    public SimulatedCluster cluster() {
        return cluster;
    }

    public List<String> events() {
        return events.told();
    }

    /** What the cloud says of the node's ENIs for pods that are attached. */
    public List<Eni> enisForPods(String node) {
        var instance = node(node).facts().instance();
        return cloud.enis().stream()
                .filter(eni -> eni.instance().equals(Optional.of(instance)))
                .map(CloudEni::eni)
                .filter(eni -> eni.kind() == EniKind.SECONDARY)
                .toList();
    }

    public Instant now() {
        return world.instant();
    }

    public void pass(Duration length) {
        world.runFor(length);
    }

    public void silenceCloud() {
        mishaps.silenceCloud();
    }

    /** The agent that starts a pod, or ends one, will die when it has made so many calls for that. */
    public void dieAtCall(int number) {
        mishaps.dieAtCall("attach", number);
    }

    public NetNs newSandbox(String name) {
        var sandbox = machine().namespaces().create(machine().prefix() + name + "-" + sandboxes.size());
        sandboxes.add(sandbox);
        return sandbox;
    }

    public void removeSandbox(NetNs sandbox) {
        machine().namespaces().delete(sandbox);
    }

    public List<AttachOutcome> attach(String node, Sandbox sandbox, int times) {
        return node(node).perform("attach", times, agent -> agent.attachPod().attach(request(sandbox)));
    }

    /** All at the same moment. */
    public Map<Sandbox, AttachOutcome> attach(String node, List<Sandbox> together) {
        var answers = new LinkedHashMap<Sandbox, AttachOutcome>();
        node(node)
                .performAll(
                        "attach",
                        together.stream()
                                .<Function<NodeComponent, Boolean>>map(sandbox -> agent -> {
                                    answers.put(sandbox, agent.attachPod().attach(request(sandbox)));
                                    return true;
                                })
                                .toList());
        return answers;
    }

    public CheckOutcome check(String node, Sandbox sandbox) {
        return node(node)
                .perform("check", 1, agent -> agent.checkAttachment().check(request(sandbox)))
                .getFirst();
    }

    public List<DetachOutcome> detach(String node, Sandbox sandbox) {
        return node(node).perform("detach", 1, agent -> agent.detachPod().detach(sandbox.key()));
    }

    /** The runtime says that the node has these sandboxes and no other. */
    public DetachOutcome collect(String node, List<Sandbox> valid) {
        var keys = valid.stream().map(Sandbox::key).toList();
        return node(node)
                .perform("collect", 1, agent -> agent.collectGarbage().collect(keys))
                .getFirst();
    }

    public NodeStatus status(String node) {
        return node(node)
                .perform("status", 1, agent -> agent.reportStatus().status())
                .getFirst();
    }

    private AttachRequest request(Sandbox sandbox) {
        return new AttachRequest(
                sandbox.key(), sandbox.pod(), sandbox.netns(), MTU, sandbox.limit(), now().plus(RUNTIMES_PATIENCE));
    }

    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address) {
        Traffic traffic = machine().traffic();
        return traffic.exchange(from, to, address, 10_000);
    }

    /** What is configured in a namespace. */
    public KernelState look(NetNs ns) {
        return switch (machine().kernel().observe(ns, List.of())) {
            case Observation.Seen(var state) -> state;
            case Observation.NoSuchNamespace(var _, var words) -> throw new IllegalStateException(words);
            case Observation.Unreadable(var _, var words) -> throw new IllegalStateException(words);
        };
    }

    /** Somebody else changes the kernel. */
    public void meddle(KernelStep step) {
        var outcome = machine().kernel().apply(List.of(step));
        if (!(outcome instanceof KernelOutcome.Applied)) {
            throw new IllegalStateException("could not " + step.words() + ": " + outcome);
        }
    }

    private Machine machine() {
        return machine.orElseThrow(() -> new IllegalStateException("no suite has said which kernel to play on"));
    }

    /** The last lines of what happened, each as long as people read. */
    public List<String> trace() {
        var lines = world.trace().lines();
        return lines.subList(Math.max(0, lines.size() - TRACE_LINES), lines.size()).stream()
                .map(line -> line.length() <= TRACE_WIDTH ? line : line.substring(0, TRACE_WIDTH) + " ...")
                .toList();
    }

    /** Leaves nothing in the kernel. */
    public void clear() {
        world.close();
        machine.ifPresent(kernel -> {
            sandboxes.forEach(kernel.namespaces()::delete);
            fabric.ifPresent(Fabric::close);
            kernel.off().run();
        });
    }
}
