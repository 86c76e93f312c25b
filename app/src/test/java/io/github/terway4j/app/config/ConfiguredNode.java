package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.cloud.CloudInWorld;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.kernel.KernelInWorld;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.kernel.SimulatedRdmaHints;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayInWorld;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A node whose agent was put together from a text of configuration, as on a real one, with a cloud that keeps account. In
 * the text, {@code VSW-1} to {@code VSW-3} stand for vSwitches of the node's zone, {@code SG-1} and {@code SG-2} for
 * security groups, and {@code ZONE} for the zone.
 */
final class ConfiguredNode implements AutoCloseable {
    private static final Duration RUNTIME_PATIENCE = Duration.ofMinutes(2);
    private static final Duration VERY_LONG = Duration.ofMinutes(10);

    final World world = new World(7);
    final CloudScape scape;
    final SimulatedMachine machine = new SimulatedMachine();
    final SimulatedCluster cluster = new SimulatedCluster(7);
    final SimulatedRdmaHints hints = new SimulatedRdmaHints(machine.namespaces());
    final List<String> events = new ArrayList<>();
    private final SimulatedDisk disk = new SimulatedDisk();
    private final CloudInWorld reach;
    private final NetNs host;
    CloudCalls calls;
    private SimulatedProcess process;
    private Optional<NodeComponent> running = Optional.empty();

    /** Four ENIs of 15 addresses, as most tests want it. */
    static ConfiguredNode of(String json) {
        return new ConfiguredNode(CloudScene.TYPE, json, _ -> {});
    }

    /** @param before what is in the cloud when the agent begins */
    ConfiguredNode(String type, String json, Consumer<CloudScape> before) {
        scape = new CloudScape(world, type);
        var fabric = new Fabric(machine.kernel(), machine.namespaces(), scape.cloud(), "keys-");
        host = fabric.addNode(scape.instance().id(), "node");
        scape.cloud().listen(fabric);
        before.accept(scape);
        cluster.addNode("node");
        reach = new CloudInWorld(world, scape.cloud());
        process = world.process("agent");
        calls = new CloudCalls(reach.network(process), world);
        start(json);
    }

    /** The agent dies, and another begins with this configuration. */
    void restart(String json) {
        process.crash();
        run(Duration.ofSeconds(1));
        process = world.process("agent");
        calls = new CloudCalls(reach.network(process), world);
        start(json);
    }

    private void start(String json) {
        var config = Readings.config(scape.named(json));
        running = Optional.empty();
        process.start("main", () -> {
            var facts = RunningNode.facts(reach.facts(process, scape.instance().id()), process.tasks());
            var node = NodeOf.node(config, facts, host);
            running = Optional.of(RunningNode.start(
                    node,
                    NodeOf.desk(config, node),
                    new Surroundings(
                                    calls,
                                    new KernelInWorld(machine.kernel(), process),
                                    new SimulatedLeaseLedger(disk, new WayInWorld(process)),
                                    new SimulatedCloudJournal(disk, new WayInWorld(process)),
                                    new SimulatedPodDirectory(cluster, "node"),
                                    new Told(),
                                    process.tasks(),
                                    world.fork("agent"))
                            .hintedBy(hints)));
        });
        run(Duration.ofSeconds(10));
    }

    NodeComponent agent() {
        return running.orElseThrow(() -> new AssertionError("the agent has not started"));
    }

    void run(Duration length) {
        world.runFor(length);
    }

    void minutes(int length) {
        run(Duration.ofMinutes(length));
    }

    /** Starts a pod; fails where it gets no address. */
    PodNetwork pod(String name) {
        var answer = add(name);
        return assertInstanceOf(AttachOutcome.Attached.class, answer, answer::toString)
                .network();
    }

    void pods(int from, int to) {
        for (int pod = from; pod < to; pod++) {
            pod("pod-" + pod);
        }
    }

    AttachOutcome add(String name) {
        return answer(beginAdd(name));
    }

    /** The same for a pod that asks for RDMA. */
    AttachOutcome addWithRdma(String name) {
        cluster.startWithRdma("node", new PodRef("default", name));
        return add(name);
    }

    /** The same for a pod that asks for an ENI behind the trunk. */
    AttachOutcome addOnMember(String name) {
        cluster.startOnMember("node", new PodRef("default", name));
        return add(name);
    }

    private AttachOutcome answer(List<AttachOutcome> answers) {
        var atLast = world.instant().plus(VERY_LONG);
        while (answers.isEmpty() && world.instant().isBefore(atLast)) {
            run(Duration.ofMillis(100));
        }
        return answers.getFirst();
    }

    /** Asks for so many pods at the same moment, and has all of them served. */
    void burst(int pods) {
        var answers = new ArrayList<List<AttachOutcome>>();
        for (int pod = 0; pod < pods; pod++) {
            answers.add(beginAdd("burst-" + pod));
        }
        minutes(2);
        answers.forEach(answer -> assertInstanceOf(AttachOutcome.Attached.class, answer.getFirst()));
    }

    private List<AttachOutcome> beginAdd(String name) {
        var ref = new PodRef("default", name);
        var pod = cluster.find(ref).orElseGet(() -> cluster.start("node", ref));
        var netns = machine.namespaces().create("pod-" + name);
        var answers = new ArrayList<AttachOutcome>();
        process.start(
                "ADD " + name,
                () -> answers.add(agent().attachPod()
                        .attach(new AttachRequest(
                                pod.attachment(),
                                ref,
                                netns,
                                new Mtu(1500),
                                BandwidthLimit.NONE,
                                world.instant().plus(RUNTIME_PATIENCE)))));
        return answers;
    }

    void end(String name) {
        var ref = new PodRef("default", name);
        RunningPod pod = cluster.find(ref).orElseThrow();
        process.start("DEL " + name, () -> agent().detachPod().detach(pod.attachment()));
        run(Duration.ofSeconds(1));
        cluster.stop(ref);
        machine.namespaces().delete(machine.namespaces().named("pod-" + name).getFirst());
    }

    void end(int from, int to) {
        for (int pod = from; pod < to; pod++) {
            end("pod-" + pod);
        }
    }

    /** The instance's ENIs beside the primary one, as the cloud has them. */
    List<CloudEni> enis() {
        return scape.enis().stream()
                .filter(eni -> eni.eni().kind() != EniKind.PRIMARY)
                .toList();
    }

    /** Single IPv4 addresses on these. */
    int addresses() {
        return addresses(IpFamily.V4);
    }

    int addresses(IpFamily family) {
        return enis().stream().mapToInt(eni -> eni.eni().count(family)).sum();
    }

    int prefixes(IpFamily family) {
        return (int) enis().stream()
                .flatMap(eni -> eni.prefixes().stream())
                .filter(prefix -> prefix.family() == family)
                .count();
    }

    KernelState host() {
        return seen(host);
    }

    KernelState sandbox(String pod) {
        return seen(namespace(pod));
    }

    NetNs namespace(String pod) {
        return machine.namespaces().named("pod-" + pod).getFirst();
    }

    private KernelState seen(NetNs ns) {
        return assertInstanceOf(Observation.Seen.class, machine.kernel().observe(ns, List.of()))
                .state();
    }

    @Override
    public void close() {
        world.close();
    }

    private final class Told implements Chronicle {
        @Override
        public void pod(PodRef pod, EventReason reason, String message) {}

        @Override
        public void node(EventReason reason, String message) {
            events.add(message);
        }
    }
}
