package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.WatchedTraffic;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kernel in memory: agents are objects of this process, and calls go straight to what decodes them. */
final class SimulatedStage implements Stage {
    private final SystemTasks tasks = new SystemTasks();
    private final SimulatedMachine machine = new SimulatedMachine();
    private final Map<String, SimulatedDisk> disks = new TreeMap<>();
    private final Map<String, AgentInside> agents = new TreeMap<>();
    private final Setting setting;
    private final Scenery scenery;
    private final PrintStream out;

    private SimulatedStage(Setting setting, PrintStream out) {
        this.setting = setting;
        this.out = out;
        scenery = new Scenery(setting, machine.kernel(), machine.namespaces(), tasks, machine::harden);
    }

    static SimulatedStage open(Setting setting, PrintStream out) {
        var stage = setUp(setting, out);
        stage.nodes().forEach(stage::startAgent);
        return stage;
    }

    /** No agent runs yet. */
    static SimulatedStage setUp(Setting setting, PrintStream out) {
        out.println("Building %d nodes of type %s on the simulated kernel ..."
                .formatted(setting.nodes(), setting.instance().instanceType()));
        return new SimulatedStage(setting, out);
    }

    @Override
    public String kernelName() {
        return "simulated";
    }

    @Override
    public List<StageNode> nodes() {
        return scenery.nodes();
    }

    @Override
    public Kernel kernel() {
        return machine.kernel();
    }

    @Override
    public Traffic traffic() {
        return machine.traffic();
    }

    @Override
    public WatchedTraffic watchedTraffic() {
        return machine.watchedTraffic();
    }

    @Override
    public Optional<String> translate(StageNode node, Ip service, Ip pod) {
        return Optional.of("the simulated kernel translates no addresses");
    }

    @Override
    public Sandbox startPod(StageNode node, String name) {
        return scenery.startPod(node, name);
    }

    @Override
    public void endPod(Sandbox sandbox) {
        scenery.endPod(sandbox);
    }

    @Override
    public CniAnswer call(StageNode node, Map<String, String> variables, String stdin) {
        var agent = agents.get(node.name());
        return agent == null ? AgentInside.away() : agent.call(variables, stdin, netns(variables));
    }

    /** As the CNI executable does: what cannot be opened does not come along. */
    private Optional<NetNs> netns(Map<String, String> variables) {
        return Optional.ofNullable(variables.get("CNI_NETNS"))
                .filter(path -> !path.isBlank())
                .map(NetNs::new)
                .filter(ns -> machine.kernel().observe(ns, List.of()) instanceof Observation.Seen);
    }

    @Override
    public void startAgent(StageNode node) {
        var disk = disks.computeIfAbsent(node.name(), _ -> new SimulatedDisk());
        agents.put(node.name(), AgentInside.start(setting, scenery, node, machine.kernel(), disk));
        out.println("  %s: its agent serves".formatted(node.name()));
    }

    @Override
    public void killAgent(StageNode node) {
        var agent = agents.remove(node.name());
        if (agent != null) {
            agent.kill();
        }
    }

    @Override
    public List<Lease> ledger(StageNode node) {
        return disks.computeIfAbsent(node.name(), _ -> new SimulatedDisk()).leases();
    }

    @Override
    public NetNs outside() {
        return scenery.outside();
    }

    @Override
    public EniId eniOf(Ip address) {
        return scenery.eniOf(address);
    }

    @Override
    public Optional<Map<String, Integer>> cloudCalls() {
        return scenery.door().map(CloudDoor::served);
    }

    @Override
    public void pause() {
        tasks.sleep(Duration.ofMillis(100));
    }

    @Override
    public void close() {
        nodes().forEach(this::killAgent);
        scenery.close();
        tasks.close();
    }
}
