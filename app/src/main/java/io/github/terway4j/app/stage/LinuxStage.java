package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.ledger.FileLeaseLedger;
import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NamespaceTraffic;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.adapters.worldlink.WorldLinkServer;
import io.github.terway4j.app.agent.Agent;
import io.github.terway4j.app.agent.WorldPorts;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.WatchedTraffic;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The real kernel: nodes and pods are network namespaces, agents are processes, calls go through the CNI executable. The
 * cloud and the cluster live here, and agents reach them over a unix socket.
 */
public final class LinuxStage implements Stage {
    private static final Duration TRAFFIC_PATIENCE = Duration.ofSeconds(10);
    private static final Duration BLINK = Duration.ofMillis(10);

    /** One that has ended is noticed at once; on an emulated processor an agent takes minutes to begin. */
    private static final Duration AGENT_PATIENCE = Duration.ofMinutes(10);

    private final SystemTasks tasks = new SystemTasks();
    private final Kernel kernel = new NetlinkKernel();
    private final NamespaceTraffic traffic = new NamespaceTraffic(TRAFFIC_PATIENCE);
    private final Map<String, AgentProcess> agents = new TreeMap<>();
    private final Programs programs;
    private final PrintStream out;
    private final Path folder;
    private final Scenery scenery;
    private final WorldLinkServer world;
    private final List<String> cluster;

    private LinuxStage(Setting setting, List<String> cluster, Programs programs, PrintStream out) throws IOException {
        this.programs = programs;
        this.out = out;
        folder = Files.createTempDirectory("terway4j-");
        Files.writeString(folder.resolve("eni_conf"), setting.configurationText());
        scenery = new Scenery(setting, kernel, new LinuxNamespaces(), tasks, (_, _) -> {});
        world = offer(scenery, folder.resolve("world.sock"));
        this.cluster = cluster.isEmpty()
                ? List.of(
                        "--world", folder.resolve("world.sock").toString(),
                        "--config", folder.resolve("eni_conf").toString())
                : List.copyOf(cluster);
    }

    /** Throws where there is an {@link Stages#obstacle}. */
    public static LinuxStage open(Setting setting, PrintStream out) {
        var stage = setUp(setting, out);
        stage.nodes().forEach(stage::startAgent);
        return stage;
    }

    /** No agent runs yet. */
    static LinuxStage setUp(Setting setting, PrintStream out) {
        return setUp(setting, List.of(), out);
    }

    /**
     * No agent runs yet. Its cluster, and what is configured there, is not the stage's: it is what these options of an agent
     * name.
     */
    public static LinuxStage beside(Setting setting, List<String> cluster, PrintStream out) {
        return setUp(setting, cluster, out);
    }

    private static LinuxStage setUp(Setting setting, List<String> cluster, PrintStream out) {
        var programs = Programs.built().orElseThrow();
        out.println("Building %d nodes of type %s on the Linux kernel ..."
                .formatted(setting.nodes(), setting.instance().instanceType()));
        try {
            var stage = new LinuxStage(setting, cluster, programs, out);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stage::close));
            return stage;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static WorldLinkServer offer(Scenery scenery, Path socket) {
        var world = WorldLinkServer.at(socket);
        for (var node : scenery.nodes()) {
            world.offer(PodDirectory.class, WorldPorts.pods(node.name()), scenery.pods(node));
            world.offer(NodeDirectory.class, WorldPorts.nodes(node.name()), scenery.nodeDirectory(node));
            world.offer(PodFeed.class, WorldPorts.podFeed(node.name()), scenery.podFeed(node));
        }
        // Where the cloud has a door of its own, nobody shall reach it by another way unseen.
        if (scenery.door().isEmpty()) {
            offerCloud(scenery, world);
        }
        return world;
    }

    private static void offerCloud(Scenery scenery, WorldLinkServer world) {
        world.offer(CloudNetwork.class, WorldPorts.CLOUD, scenery.network());
        for (var node : scenery.nodes()) {
            world.offer(InstanceFacts.class, WorldPorts.facts(node.name()), scenery.facts(node));
        }
    }

    @Override
    public String kernelName() {
        return "linux";
    }

    @Override
    public List<StageNode> nodes() {
        return scenery.nodes();
    }

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public WatchedTraffic watchedTraffic() {
        return traffic;
    }

    @Override
    public Optional<String> translate(StageNode node, Ip service, Ip pod) {
        return Translation.add(node, service, pod);
    }

    @Override
    public Sandbox startPod(StageNode node, String name) {
        return scenery.startPod(node, name);
    }

    @Override
    public void endPod(Sandbox sandbox) {
        scenery.endPod(sandbox);
    }

    /** A pod that the cluster has bound to the node, and whose sandbox a container runtime is to make; says its uid. */
    public String bindPod(StageNode node, PodRef pod) {
        return scenery.bindPod(node, pod);
    }

    /** The cluster has no such pod any more. */
    public void unbindPod(PodRef pod) {
        scenery.unbindPod(pod);
    }

    @Override
    public CniAnswer call(StageNode node, Map<String, String> variables, String stdin) {
        var environment = new TreeMap<>(variables);
        environment.put("TERWAY_CNI_SOCKET", socket(node).toString());
        var run = MeasuredRun.of(programs.caller(), List.of(programs.shim().toString()), environment, stdin);
        return new CniAnswer(run.exitStatus(), Json.readObject(run.printed()), run.took());
    }

    @Override
    public synchronized void startAgent(StageNode node) {
        var options = new ArrayList<>(List.of(
                "--node", node.name(),
                "--socket", socket(node).toString(),
                "--state", state(node).toString(),
                "--host-netns", node.netns().path(),
                // Of many agents on one machine each takes what is free.
                "--listen", "127.0.0.1:0"));
        options.addAll(cluster);
        var environment = new TreeMap<String, String>();
        scenery.door().ifPresent(door -> {
            options.addAll(List.of("--cloud", "openapi"));
            options.addAll(List.of("--metadata", door.metadata(node.instance()).toString()));
            environment.putAll(door.environment());
        });
        var before = tasks.instant();
        var agent = AgentProcess.start(options, environment, folder.resolve(node.name() + ".log"));
        agents.put(node.name(), agent);
        awaitAnswer(node, agent);
        out.println("  %s: agent %d serves, after %,d ms and %,d ms of processors"
                .formatted(
                        node.name(),
                        agent.pid(),
                        Duration.between(before, tasks.instant()).toMillis(),
                        agent.processorTime().toMillis()));
    }

    private void awaitAnswer(StageNode node, AgentProcess agent) {
        var deadline = tasks.instant().plus(AGENT_PATIENCE);
        while (!Agent.answers(socket(node))) {
            agent.mustRun();
            if (tasks.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "the agent of %s does not answer:\n%s".formatted(node.name(), agent.endOfLog()));
            }
            tasks.sleep(BLINK);
        }
    }

    @Override
    public synchronized void killAgent(StageNode node) {
        var agent = agents.remove(node.name());
        if (agent != null) {
            agent.kill();
        }
    }

    /** The status with which the node's agent has ended by itself; empty while it runs. */
    public synchronized OptionalInt agentsEnd(StageNode node) {
        var agent = agents.get(node.name());
        return agent == null ? OptionalInt.empty() : agent.end();
    }

    /** What the node's agent keeps in memory, by the kernel's account. */
    public synchronized long agentResidentKib(StageNode node) {
        var agent = agents.get(node.name());
        if (agent == null) {
            throw new IllegalStateException("no agent runs on " + node.name());
        }
        return agent.residentKib();
    }

    @Override
    public List<Lease> ledger(StageNode node) {
        try (var ledger = FileLeaseLedger.open(state(node).resolve(Agent.LEDGER), tasks.instant())
                .ledger()) {
            return ledger.leases();
        }
    }

    @Override
    public NetNs outside() {
        return scenery.outside();
    }

    @Override
    public EniId eniOf(Ip address) {
        return scenery.eniOf(address);
    }

    /** The addresses that the cloud has given to pods' ENIs. */
    public List<Ip> assignedAddresses() {
        return scenery.assignedAddresses();
    }

    /** Where the node's agent takes calls. */
    public Path socket(StageNode node) {
        return folder.resolve(node.name()).resolve("cni.socket");
    }

    public Programs programs() {
        return programs;
    }

    @Override
    public Optional<Map<String, Integer>> cloudCalls() {
        return scenery.door().map(CloudDoor::served);
    }

    @Override
    public void pause() {
        tasks.sleep(Duration.ofMillis(100));
    }

    private Path state(StageNode node) {
        return folder.resolve(node.name()).resolve("state");
    }

    @Override
    public synchronized void close() {
        nodes().forEach(this::killAgent);
        world.close();
        scenery.close();
        tasks.close();
        Folders.delete(folder);
    }
}
