package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.cni.CniDeeds;
import io.github.terway4j.adapters.cni.CniDoor;
import io.github.terway4j.adapters.cni.CniLimits;
import io.github.terway4j.adapters.cni.CniRequest;
import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.log.LogChronicle;
import io.github.terway4j.adapters.log.LogNodeConditions;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.agent.ReachedCloud;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedDisk;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** An agent as objects of this process, with threads of its own that end when it is killed. */
final class AgentInside {
    private final SystemTasks tasks;
    private final LogChronicle chronicle;
    private final ReachedCloud cloud;
    private final CniDoor door;

    private AgentInside(SystemTasks tasks, LogChronicle chronicle, ReachedCloud cloud, CniDoor door) {
        this.tasks = tasks;
        this.chronicle = chronicle;
        this.cloud = cloud;
        this.door = door;
    }

    static AgentInside start(Setting setting, Scenery scenery, StageNode place, Kernel kernel, SimulatedDisk disk) {
        var tasks = new SystemTasks();
        var chronicle = new LogChronicle();
        var config = config(setting);
        var cloud = cloud(scenery, place, config, tasks);
        var node = NodeOf.node(config, RunningNode.facts(cloud.facts(), tasks), place.netns());
        var component = RunningNode.start(
                node,
                NodeOf.desk(config, node),
                new Surroundings(
                        cloud.network(),
                        kernel,
                        new SimulatedLeaseLedger(disk, WayToDisk.direct()),
                        new SimulatedCloudJournal(disk, WayToDisk.direct()),
                        scenery.pods(place),
                        chronicle,
                        tasks,
                        new SplittableRandom(place.name().hashCode()),
                        new LogNodeConditions(),
                        scenery.nodeDirectory(place),
                        cloud.routeTables()));
        var deeds = new CniDeeds(
                component.attachPod(),
                component.detachPod(),
                component.checkAttachment(),
                component.collectGarbage(),
                component.reportStatus());
        return new AgentInside(
                tasks,
                chronicle,
                cloud,
                new CniDoor(deeds, tasks, CniLimits.usual().attaching()));
    }

    private static ReachedCloud cloud(Scenery scenery, StageNode place, NodeConfig config, Tasks tasks) {
        return scenery.door()
                .map(door -> ReachedCloud.byOpenApi(
                        door.metadata(place.instance()), CloudEnvironment.of(door.environment()), config, tasks))
                .orElseGet(() -> new ReachedCloud(
                        scenery.facts(place), scenery.network(), scenery.routeTables(config.routeTables()), () -> {}));
    }

    private static NodeConfig config(Setting setting) {
        return switch (NodeConfigReader.read(setting.configuration())) {
            case ConfigReading.Accepted(var config, var _) -> config;
            case ConfigReading.Refused(var problems) -> throw new IllegalStateException(String.join("; ", problems));
        };
    }

    CniAnswer call(Map<String, String> variables, String stdin, Optional<NetNs> netns) {
        var begun = tasks.instant();
        var reply = door.answer(CniRequest.of(variables, stdin), netns);
        return new CniAnswer(
                reply.exitStatus(), Json.readObject(reply.body()), Duration.between(begun, tasks.instant()));
    }

    /** What the CNI executable would say where no agent listens. */
    static CniAnswer away() {
        return new CniAnswer(
                1,
                Map.of(
                        "cniVersion",
                        "1.1.0",
                        "code",
                        11L,
                        "msg",
                        "cannot reach the terway agent",
                        "details",
                        "it is away"),
                Duration.ZERO);
    }

    void kill() {
        tasks.close();
        cloud.close();
        chronicle.close();
    }
}
