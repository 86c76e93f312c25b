package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.app.wiring.DaggerNodeComponent;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.lease.Keeping;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pool.EniClaim;
import io.github.terway4j.domain.pool.MemberQuota;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolRules;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.Watermarks;
import io.github.terway4j.domain.quota.Flavor;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.SimulatedInstanceFacts;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedNodeConditions;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.meter.SimulatedMeter;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One node's use cases on a bench: cloud, kernel, cluster and disk are simulated, and each can be told what to refuse.
 * The pool does nothing of itself unless {@link #keepPool} says so.
 */
final class Bench implements AutoCloseable {
    private static final NodeWiring SLAVES =
            new NodeWiring(VirtualType.IPVLAN, List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00:96::/112")));
    static final Duration REST = Duration.ofSeconds(30);
    static final Duration RUNTIME_PATIENCE = Duration.ofMinutes(1);
    private static final Duration VERY_LONG = Duration.ofMinutes(10);

    final Fates fates = new Fates();
    final World world;
    final SimulatedMachine machine = new SimulatedMachine();
    final SimulatedCluster cluster = new SimulatedCluster(1);
    final SimulatedCloud atTheCloud;
    final CloudScene scene;
    final SimulatedDisk disk = new SimulatedDisk();
    final SimulatedPodDirectory pods;
    final Events events = new Events();
    final SimulatedMeter meter = new SimulatedMeter();
    final Node node;
    final NetNs host;
    private final CloudInWorld reach;

    private CloudMemory memory = new ForgottenCloud();
    private SimulatedProcess process;
    StubbornCloud cloud;
    StubbornKernel kernel;
    StubbornDisk way;
    NodeComponent agent;

    /** Up to {@code maxEnis} ENIs of {@code perEni} addresses, of which {@code min} to {@code max} shall stand idle. */
    Bench(int maxEnis, int perEni, int min, int max) {
        this(1, maxEnis, perEni, min, max, List.of(IpFamily.V4));
    }

    Bench(long seed, int maxEnis, int perEni, int min, int max, List<IpFamily> families) {
        this(seed, new PoolLimits(maxEnis, perEni, families), new Watermarks(min, max), DaemonMode.ENI_MULTI_IP);
    }

    /** So many ENIs, each for one pod, of which {@code min} to {@code max} shall stand idle. */
    static Bench ofWholeEnis(int enis, int min, int max) {
        var limits = PoolLimits.ofWholeEnis(enis, List.of(IpFamily.V4, IpFamily.V6));
        return new Bench(1, limits, new Watermarks(min, max), DaemonMode.ENI_ONLY);
    }

    /** One ENI of so many addresses of both families, on which pods are wired by IPvlan. */
    static Bench ofSlaves(int perEni, int min, int max) {
        var limits = new PoolLimits(1, perEni, List.of(IpFamily.V4, IpFamily.V6));
        return new Bench(1, limits, new Watermarks(min, max), DaemonMode.ENI_MULTI_IP, SLAVES);
    }

    /** Two ENIs of both families, one of them a trunk, and so many members behind it, none of which stands idle. */
    static Bench ofMembers(int members, VlanStripType type) {
        var limits = PoolLimits.of(new Flavor(2, true, 0), 6, List.of(IpFamily.V4, IpFamily.V6))
                .with(MemberQuota.of(members, new Watermarks(0, 0)));
        return new Bench(1, limits, new Watermarks(1, 6), DaemonMode.ENI_MULTI_IP, NodeWiring.BY_VETH.with(type));
    }

    /** So many ENIs of both families, which pods share or have for themselves as they ask for it. */
    static Bench ofBoth(int enis, int min, int max) {
        var limits = PoolLimits.of(new Flavor(enis, false, 0), 6, List.of(IpFamily.V4, IpFamily.V6));
        return new Bench(1, limits, new Watermarks(min, max), DaemonMode.ENI_MULTI_IP);
    }

    private Bench(long seed, PoolLimits limits, Watermarks marks, DaemonMode mode) {
        this(seed, limits, marks, mode, NodeWiring.BY_VETH);
    }

    private Bench(long seed, PoolLimits limits, Watermarks marks, DaemonMode mode, NodeWiring wiring) {
        world = new World(seed, fates);
        scene = CloudScene.small(seed, 1, world);
        atTheCloud = scene.cloud();
        var instance = scene.instances().getFirst();
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), atTheCloud, "bench-", machine::harden);
        host = fabric.addNode(instance.id(), "node");
        atTheCloud.listen(fabric);
        cluster.addNode("node");
        pods = new SimulatedPodDirectory(cluster, "node");
        reach = new CloudInWorld(world, atTheCloud);
        node = claimingTrunks(
                new Node(
                                host,
                                facts(new SimulatedInstanceFacts(atTheCloud, instance.id(), Passage.direct()).read()),
                                PoolRules.of(marks),
                                limits,
                                List.of(scene.vSwitches().getFirst()),
                                VSwitchChoice.ORDERED,
                                Map.of(),
                                new Mtu(1500),
                                Duration.ofMinutes(2))
                        .in(mode)
                        .by(wiring),
                limits.trunk());
        process = world.process("agent");
        cloud = new StubbornCloud(reach.network(process));
        kernel = new StubbornKernel(new KernelInWorld(machine.kernel(), process));
        way = new StubbornDisk(new WayInWorld(process));
        agent = compose(node);
        ask("start", agent.starter()::start);
    }

    private static NodeFacts facts(CloudOutcome<NodeFacts> read) {
        return ((CloudOutcome.Done<NodeFacts>) read).value();
    }

    private NodeComponent compose(Node how) {
        return DaggerNodeComponent.factory()
                .node(
                        how,
                        new LeaseDesk(
                                how.limits().families(),
                                new Cooldown(REST),
                                EniSelection.MOST_IPS,
                                Keeping.usual(List.of()),
                                how.datapath().kind(),
                                how.datapath(EniWish.MEMBER).kind()),
                        new Surroundings(
                                        cloud,
                                        kernel,
                                        new SimulatedLeaseLedger(disk, way),
                                        new SimulatedCloudJournal(disk, way),
                                        pods,
                                        events,
                                        process.tasks(),
                                        world.fork("agent"),
                                        new SimulatedNodeConditions(cluster, "node", world))
                                .remembering(memory)
                                .measuredBy(meter));
    }

    /** From the next agent on, what the cloud says is remembered. */
    Bench remembering(CloudMemory other) {
        memory = other;
        restart();
        return this;
    }

    /** The agent dies and another begins with nothing but what the disk, the kernel and the cloud hold. */
    void restart() {
        restart(node);
    }

    /** The same, and the operator has changed the mode. */
    void restart(DaemonMode mode) {
        restart(node.in(mode));
    }

    /** The same, and the operator has pods wired otherwise. */
    void restart(NodeWiring wiring) {
        restart(node.by(wiring));
    }

    /** The same, and the operator wants no trunk any more. */
    void restartWithoutTrunk() {
        restart(claimingTrunks(
                node.within(
                        PoolLimits.of(new Flavor(2, false, 0), 6, node.limits().families())),
                false));
    }

    /** The same with trunks among our ENIs, or not. */
    private static Node claimingTrunks(Node node, boolean trunks) {
        var claim = node.claim();
        return new Node(
                node.host(),
                node.facts(),
                node.rules(),
                node.limits(),
                node.vSwitches(),
                node.vSwitchChoice(),
                node.eniTags(),
                new EniClaim(claim.self(), claim.host(), claim.filter(), claim.blocked(), trunks, claim.rdma()),
                node.eniMtu(),
                node.syncPeriod(),
                node.unfulfilled(),
                node.waits(),
                node.families(),
                node.mode(),
                node.wiring());
    }

    private void restart(Node how) {
        process.crash();
        run(Duration.ofSeconds(1));
        process = world.process("agent");
        cloud = new StubbornCloud(reach.network(process));
        kernel = new StubbornKernel(new KernelInWorld(machine.kernel(), process));
        way = new StubbornDisk(new WayInWorld(process));
        agent = compose(how);
        ask("start", agent.starter()::start);
    }

    /** One more vSwitch in the node's zone. */
    VSwitchId vSwitch(String block) {
        return atTheCloud.site().createVSwitch(scene.vpc(), node.facts().zone(), DualStack.v4(Cidr.parse(block)));
    }

    /** The same node, whose ENIs take prefixes, and are born in this vSwitch. */
    void takePrefixes(VSwitchId vSwitch) {
        bearIn(List.of(vSwitch), node.limits().in(Portion.PREFIX));
    }

    /** The same node, with other vSwitches to be born in. */
    void bearIn(List<VSwitchId> vSwitches) {
        bearIn(vSwitches, node.limits());
    }

    private void bearIn(List<VSwitchId> vSwitches, PoolLimits limits) {
        agent = compose(new Node(
                        host,
                        node.facts(),
                        node.rules(),
                        limits,
                        vSwitches,
                        node.vSwitchChoice(),
                        node.eniTags(),
                        node.eniMtu(),
                        node.syncPeriod())
                .in(node.mode()));
    }

    /** The pool looks again and again, as it does on a node. */
    Bench keepPool() {
        process.start("pool", agent.pool()::run);
        return this;
    }

    /** So many looks of the pool, with time between them for what takes time in the cloud. */
    Bench passes(int number) {
        for (int i = 0; i < number; i++) {
            pass();
            run(Duration.ofSeconds(5));
        }
        return this;
    }

    Duration pass() {
        return ask("pass", agent.pool()::pass);
    }

    /** The same sandbox whenever it is asked for, unless the cluster knows another by now. */
    RunningPod pod(String name) {
        var pod = new PodRef("default", name);
        return cluster.find(pod).orElseGet(() -> cluster.start("node", pod));
    }

    /** The same of one that asks for an ENI behind the trunk. */
    RunningPod member(String name) {
        var pod = new PodRef("default", name);
        return cluster.find(pod).orElseGet(() -> cluster.startOnMember("node", pod));
    }

    /** The same of one that asks for this of its ENI. */
    RunningPod asking(String name, EniWish... wishes) {
        var pod = new PodRef("default", name);
        return cluster.find(pod).orElseGet(() -> cluster.startAsking("node", pod, wishes));
    }

    NetNs netns(RunningPod pod) {
        var name = "pod-" + pod.sandbox();
        return machine.namespaces().named(name).stream()
                .findFirst()
                .orElseGet(() -> machine.namespaces().create(name));
    }

    AttachRequest request(RunningPod pod) {
        return request(pod, netns(pod));
    }

    AttachRequest request(RunningPod pod, NetNs netns) {
        return new AttachRequest(
                pod.attachment(),
                pod.pod(),
                netns,
                new Mtu(1500),
                BandwidthLimit.NONE,
                world.instant().plus(RUNTIME_PATIENCE));
    }

    Call<AttachOutcome> beginAdd(RunningPod pod) {
        var request = request(pod);
        return begin("ADD " + pod.pod(), () -> agent.attachPod().attach(request));
    }

    AttachOutcome attach(AttachRequest request) {
        return answer(begin("ADD " + request.pod(), () -> agent.attachPod().attach(request)));
    }

    AttachOutcome add(RunningPod pod) {
        return answer(beginAdd(pod));
    }

    PodNetwork attached(String pod) {
        return assertInstanceOf(AttachOutcome.Attached.class, add(pod(pod))).network();
    }

    AttachOutcome.NotAttached notAttached(String pod) {
        return assertInstanceOf(AttachOutcome.NotAttached.class, add(pod(pod)));
    }

    Call<DetachOutcome> beginDel(RunningPod pod) {
        return begin("DEL " + pod.pod(), () -> agent.detachPod().detach(pod.attachment()));
    }

    /** As a runtime does whose sandbox still stands. */
    DetachOutcome delInside(RunningPod pod) {
        var sandbox = netns(pod);
        return ask("DEL " + pod.pod(), () -> agent.detachPod().detach(pod.attachment(), sandbox));
    }

    DetachOutcome del(RunningPod pod) {
        return answer(beginDel(pod));
    }

    /** So many looks of the pool, or fewer where the agent dies in one. */
    void lookIfAlive(int number) {
        for (int i = 0; i < number && !fates.came(); i++) {
            begin("pass", agent.pool()::pass);
            run(Duration.ofSeconds(8));
        }
    }

    /** Waits for the answer, or for the agent's death. */
    void answerOrDie(Call<?> call) {
        for (int i = 0; i < 100 && !call.isAnswered() && !fates.came(); i++) {
            run(Duration.ofMillis(100));
        }
    }

    <T> Call<T> begin(String what, Supplier<T> deed) {
        var call = new Call<T>();
        process.start(what, () -> call.answered(deed.get(), world.instant()));
        return call;
    }

    <T> T ask(String what, Supplier<T> deed) {
        return answer(begin(what, deed));
    }

    <T> T answer(Call<T> call) {
        var atLast = world.instant().plus(VERY_LONG);
        while (!call.isAnswered() && world.instant().isBefore(atLast)) {
            run(Duration.ofMillis(100));
        }
        return call.answer();
    }

    void run(Duration length) {
        world.runFor(length);
    }

    /** Those of the agent that lives now. */
    Tasks tasks() {
        return process.tasks();
    }

    Instant now() {
        return world.instant();
    }

    KernelState seen(NetNs ns) {
        return assertInstanceOf(Observation.Seen.class, machine.kernel().observe(ns, List.of()))
                .state();
    }

    @Override
    public void close() {
        world.close();
    }

    private record ForgottenCloud() implements CloudMemory {
        @Override
        public Optional<NodeFacts> facts() {
            return Optional.empty();
        }

        @Override
        public LedgerOutcome keep(NodeFacts facts) {
            return new LedgerOutcome.Written();
        }

        @Override
        public CloudSight sight() {
            return CloudSight.NOTHING;
        }

        @Override
        public LedgerOutcome keep(CloudSight sight) {
            return new LedgerOutcome.Written();
        }
    }
}
