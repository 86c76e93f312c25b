package io.github.terway4j.features.stage;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cluster.PodNewsroom;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedNodeConditions;
import io.github.terway4j.simulator.cluster.SimulatedNodeDirectory;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One VPC with a vSwitch in each of two zones, nodes in the one and the other by turns, and the pods on them. Nodes are
 * announced first; they are there, and their agents with addresses at hand, when the first of them is asked for.
 */
public final class Stage {
    /** How long anybody is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    static final Duration MOMENT = Duration.ofMillis(5);

    private static final long SEED = 20_260_101;
    /** How long a runtime usually asks for one pod. */
    public static final Duration RUNTIMES_PATIENCE = Duration.ofMinutes(2);

    private static final Duration UNTIL_CALM = Duration.ofSeconds(30);
    private static final int TRACE_LINES = 40;
    private static final int TRACE_WIDTH = 200;
    static final String ROUTE_TABLES = "vpc_route_tables";

    private static final Mtu MTU = new Mtu(1500);

    private final Mishaps mishaps = new Mishaps();
    private final World world = new World(SEED, mishaps);
    private final SimulatedCloud cloud = new SimulatedCloud(SEED, world, EniTemper.CALM);
    private final CloudScene scene = CloudScene.of(cloud, CloudScene.TYPE, 0);
    private final CloudInWorld cloudInWorld = new CloudInWorld(world, cloud);
    private final SimulatedCluster cluster = new SimulatedCluster(SEED);
    private final Landscape landscape = new Landscape(scene);
    private final List<String> stumbles = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final Events events = new Events();
    private final Map<String, NodeShape> announced = new LinkedHashMap<>();
    private final Map<String, StagedNode> nodes = new LinkedHashMap<>();
    private final List<NetNs> sandboxes = new ArrayList<>();
    private EniQueueing queueing = EniQueueing.AS_IT_IS;
    private Optional<Machine> machine = Optional.empty();
    private Optional<Fabric> fabric = Optional.empty();
    private Optional<CloudAtItsDoor> door = Optional.empty();

    /** The kernel for this play. */
    public void standsOn(Machine kernel) {
        machine = Optional.of(kernel);
    }

    /** Whether it can make such links. */
    public boolean kernelKnows(LinkKind kind) {
        return inATrial(ns -> machine().kernel().knows(kind, ns));
    }

    /** Whether it can make what the feature is tried by. */
    public boolean kernelHas(KernelFeature feature) {
        return inATrial(ns -> machine().kernel().apply(feature.trial(ns).steps()) instanceof KernelOutcome.Applied);
    }

    private boolean inATrial(Predicate<NetNs> question) {
        var ns = machine().namespaces().create(machine().prefix() + "trial");
        try {
            return question.test(ns);
        } finally {
            machine().namespaces().delete(ns);
        }
    }

    /** From now on it is a kernel that was made without. */
    public void forgetIpvlan() {
        machine = machine.map(Machine::withoutIpvlan);
    }

    /** How packets shall wait at ENIs, by all runtimes' network configuration. */
    public void runtimesSay(EniQueueing how) {
        queueing = how;
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
                machine().kernel(),
                machine().namespaces(),
                cloud,
                machine().prefix(),
                (ns, link) -> machine().hardware().forEach(makes -> makes.accept(ns, link)));
        fabric = Optional.of(wires);
        for (var shape : announced.values()) {
            var vSwitch = scene.vSwitches().get(nodes.size() % scene.vSwitches().size());
            var instance = cloud.site().launch(shape.limits(), vSwitch, List.of(scene.securityGroup()));
            nodes.put(shape.name(), node(shape, instance, wires.addNode(instance.id(), shape.name())));
        }
        cloud.listen(wires);
        nodes.values().forEach(StagedNode::startAgent);
        world.runFor(UNTIL_CALM);
    }

    private StagedNode node(NodeShape shape, Instance instance, NetNs netns) {
        cluster.addNode(new ListedNode(shape.name(), "cn-hangzhou." + instance.id(), shape.blocks()));
        return new StagedNode(
                world,
                config(shape),
                instance,
                netns,
                this::reach,
                machine().kernel(),
                new SimulatedPodDirectory(cluster, shape.name()),
                new PodNewsroom(cluster, shape.name()),
                new SimulatedNodeDirectory(cluster, shape.name()),
                new SimulatedNodeConditions(cluster, shape.name(), world),
                events,
                (loop, mistake) -> stumbles.add(loop + ": " + mistake));
    }

    private NodeConfig config(NodeShape shape) {
        var keys = new TreeMap<>(shape.keys());
        if (!shape.vSwitches().isEmpty()) {
            keys.put("vswitch_selection_policy", "ordered");
            keys.put("vswitches", landscape.listed(shape.vSwitches()));
        }
        keys.computeIfPresent(ROUTE_TABLES, (_, _) -> List.of(routeTable().text()));
        return switch (NodeConfigReader.read(keys)) {
            case ConfigReading.Accepted(var config, var _) -> config;
            case ConfigReading.Refused(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    private CloudReach.Reached reach(SimulatedProcess agent, InstanceId self) {
        var network = door.map(open -> open.network(agent)).orElseGet(() -> cloudInWorld.network(agent));
        return new CloudReach.Reached(
                cloudInWorld.facts(agent, self), refusals.heardOf(network), table -> cloudInWorld.routes(agent, table));
    }

    /** From now on the node is as announced here, when its agent starts again. */
    public void reconfigure(NodeShape shape) {
        node(shape.name()).configure(config(shape));
    }

    /** The VPC's own. */
    public RouteTableId routeTable() {
        return cloud.routes().tablesOf(scene.vpc()).getFirst().id();
    }

    /** What there is in the cloud besides the nodes. */
    public Landscape landscape() {
        return landscape;
    }

    public SimulatedCloud cloud() {
        return cloud;
    }

    /** From now on the cloud has these quirks and no others. */
    public void follow(QuirkPlan plan) {
        begin();
        cloudInWorld.follow(plan);
    }

    /** Agents call the cloud by HTTP, with the product's own client. */
    public void callTheCloudByHttp() {
        door = Optional.of(new CloudAtItsDoor(world, cloud, mishaps.counts()));
    }

    /** What was asked of the cloud. */
    public CallCounts calls() {
        return mishaps.counts();
    }

    /** What the cloud did not do that it was asked for, in its words. */
    public List<String> refusals() {
        return refusals.words();
    }

    /** What agents stumbled over: mistakes of ours, each of which ended a round of a loop. */
    public List<String> stumbles() {
        return List.copyOf(stumbles);
    }

    public SimulatedCluster cluster() {
        return cluster;
    }

    public List<String> events() {
        return events.told();
    }

    /** What the cloud says of the node's ENIs for pods that are attached. */
    public List<Eni> enisForPods(String node) {
        var instance = node(node).instance().id();
        return cloud.enis().stream()
                .filter(eni -> eni.instance().equals(Optional.of(instance)))
                .map(CloudEni::eni)
                .filter(eni -> eni.kind() == EniKind.SECONDARY)
                .toList();
    }

    /** ENIs behind the node's trunk. */
    public List<Eni> membersOf(String node) {
        var instance = node(node).instance().id();
        return cloud.enis().stream()
                .filter(eni -> eni.instance().equals(Optional.of(instance)))
                .map(CloudEni::eni)
                .filter(eni -> eni.kind() == EniKind.MEMBER)
                .toList();
    }

    /** Whether it can make VLANs of links, and its filters handle their tags. */
    public boolean kernelKnowsVlans() {
        var ns = machine().namespaces().create(machine().prefix() + "vlans");
        try {
            return machine().kernel().knows(LinkKind.VLAN, ns)
                    && machine().kernel().knowsTags(ns);
        } finally {
            machine().namespaces().delete(ns);
        }
    }

    public Instant now() {
        return world.instant();
    }

    public void pass(Duration length) {
        world.runFor(length);
    }

    /** The node's agent is killed when so much time has passed, whatever it is doing then. */
    public void killAgentIn(Duration length, String node) {
        world.after(length, "somebody kills the agent of " + node, node(node)::killAgent);
    }

    public void silenceCloud() {
        mishaps.silenceCloud();
    }

    public void letCloudSpeak() {
        mishaps.letCloudSpeak();
    }

    /** The agent that next asks this of the cloud dies as soon as it has taken effect. */
    public void dieAfter(String deed) {
        mishaps.dieAfter(deed);
    }

    /** When this is asked of the cloud for the next time, something else happens there first. */
    public void whenNextAsked(String deed, Runnable first) {
        mishaps.whenNextAsked(deed, first);
    }

    /** This, asked of the cloud, takes effect only so long after the agent has given it up. */
    public void delay(String deed, Duration andThen) {
        mishaps.delay(deed, andThen);
    }

    public void delayNothing() {
        mishaps.delayNothing();
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

    /** Whether a device outlives the sandbox that it is in. */
    public boolean hasHardware() {
        return !machine().hardware().isEmpty();
    }

    /** Returns when the other ends of its links are gone, too: a real kernel takes them away when it finds the time. */
    public void removeSandbox(NetNs sandbox) {
        var left = veths(hosts()) - veths(List.of(sandbox));
        machine().namespaces().delete(sandbox);
        machine().until().accept(() -> veths(hosts()) <= left);
    }

    private List<NetNs> hosts() {
        return nodes.values().stream().map(StagedNode::netns).toList();
    }

    private long veths(List<NetNs> namespaces) {
        return namespaces.stream()
                .flatMap(ns -> look(ns).links().stream())
                .filter(link -> link.kind().equals("veth"))
                .count();
    }

    public List<AttachOutcome> attach(String node, Sandbox sandbox, int times) {
        return node(node).perform("attach", times, agent -> agent.attachPod().attach(request(sandbox)));
    }

    /** What was answered, and when. */
    public record Answered(AttachOutcome outcome, Instant at) {}

    /** All at the same moment; each asks as long as it has patience. */
    public Map<Sandbox, Answered> attach(String node, Map<Sandbox, Duration> together) {
        var answers = new LinkedHashMap<Sandbox, Answered>();
        node(node)
                .performAll(
                        "attach",
                        together.entrySet().stream()
                                .<Function<NodeComponent, Boolean>>map(asked -> agent -> {
                                    var sandbox = asked.getKey();
                                    var outcome = agent.attachPod().attach(request(sandbox, asked.getValue()));
                                    answers.put(sandbox, new Answered(outcome, now()));
                                    return true;
                                })
                                .toList());
        return answers;
    }

    /** Those are attached, these detached, and all but these are said to be all there is, at the same moment. */
    public Map<Sandbox, Answered> atOnce(String node, List<Sandbox> attached, List<Sandbox> detached) {
        var answers = new LinkedHashMap<Sandbox, Answered>();
        var valid = attached.stream().map(Sandbox::key).toList();
        var deeds = new ArrayList<Function<NodeComponent, Boolean>>();
        attached.forEach(sandbox -> deeds.add(agent -> {
            var outcome = agent.attachPod().attach(request(sandbox));
            answers.put(sandbox, new Answered(outcome, now()));
            return true;
        }));
        detached.forEach(sandbox ->
                deeds.add(agent -> agent.detachPod().detach(sandbox.key()) instanceof DetachOutcome.Detached));
        deeds.add(agent -> agent.collectGarbage().collect(valid) instanceof DetachOutcome.Detached);
        if (node(node).performAll("all at once", deeds).contains(false)) {
            throw new IllegalStateException("something could not be ended");
        }
        return answers;
    }

    public CheckOutcome check(String node, Sandbox sandbox) {
        return node(node)
                .perform("check", 1, agent -> agent.checkAttachment().check(request(sandbox)))
                .getFirst();
    }

    public List<DetachOutcome> detach(String node, Sandbox sandbox) {
        // As the CNI executable does: a namespace that cannot be opened does not come along.
        var stands = machine().kernel().observe(sandbox.netns(), List.of()) instanceof Observation.Seen;
        return node(node)
                .perform(
                        "detach",
                        1,
                        agent -> stands
                                ? agent.detachPod().detach(sandbox.key(), sandbox.netns())
                                : agent.detachPod().detach(sandbox.key()));
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
        return request(sandbox, RUNTIMES_PATIENCE);
    }

    private AttachRequest request(Sandbox sandbox, Duration patience) {
        return new AttachRequest(
                sandbox.key(),
                sandbox.pod(),
                sandbox.netns(),
                MTU,
                sandbox.limit(),
                now().plus(patience),
                new AttachRequest.Configured(Optional.empty(), List.of(), queueing),
                PodInterfaces.THE_ONE);
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
        door.ifPresent(CloudAtItsDoor::close);
        machine.ifPresent(kernel -> {
            sandboxes.forEach(kernel.namespaces()::delete);
            fabric.ifPresent(Fabric::close);
            kernel.off().run();
        });
    }
}
