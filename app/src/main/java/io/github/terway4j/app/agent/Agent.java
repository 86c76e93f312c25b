package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.cni.CniClient;
import io.github.terway4j.adapters.cni.CniDeeds;
import io.github.terway4j.adapters.cni.CniLimits;
import io.github.terway4j.adapters.cni.CniServer;
import io.github.terway4j.adapters.ledger.FileCloudJournal;
import io.github.terway4j.adapters.ledger.FileLeaseLedger;
import io.github.terway4j.adapters.log.LogChronicle;
import io.github.terway4j.adapters.log.LogNodeConditions;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.adapters.worldlink.WorldLink;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.WatchedPods;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodFeed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A running agent. It answers from the moment in which it could serve a pod. */
public final class Agent implements AutoCloseable {
    /** The ledger's file in the agent's state folder. */
    public static final String LEDGER = "leases.records";

    /** In the same folder: what the cloud is being asked for. */
    public static final String JOURNAL = "calls.records";

    private static final Logger LOG = System.getLogger(Agent.class.getName());
    private static final int ROOT = 0;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CniServer server;
    private final FileLeaseLedger ledger;
    private final FileCloudJournal journal;
    private final LogChronicle chronicle;
    private final SystemTasks tasks;
    private final ReachedCloud cloud;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Agent(
            CniServer server,
            FileLeaseLedger ledger,
            FileCloudJournal journal,
            LogChronicle chronicle,
            SystemTasks tasks,
            ReachedCloud cloud) {
        this.server = server;
        this.ledger = ledger;
        this.journal = journal;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.cloud = cloud;
    }

    /** What came of starting. */
    public sealed interface Start {
        /** It serves. */
        record Running(Agent agent) implements Start {}

        /** The configuration cannot be worked with, or not with this kernel, for all these reasons. */
        record Refused(List<String> problems) implements Start {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Start start(AgentOptions options) {
        return switch (ConfigFile.read(options.config(), options.mode())) {
            case ConfigReading.Refused(var problems) -> new Start.Refused(problems);
            case ConfigReading.Accepted(var config, var warnings) -> {
                warnings.forEach(warning -> LOG.log(Level.WARNING, options.config() + ": " + warning));
                // Before anything is asked of the cloud: what this kernel lacks, no retry will bring.
                var obstacles = new ArrayList<>(Preflight.obstacles(config));
                WayBack.settle(config, options.host()).ifPresent(obstacles::add);
                yield obstacles.isEmpty() ? new Start.Running(start(options, config)) : new Start.Refused(obstacles);
            }
        };
    }

    private static Agent start(AgentOptions options, NodeConfig config) {
        var tasks = new SystemTasks();
        var world = WorldLink.to(options.world());
        var cloud = switch (options.cloud()) {
            case CloudChoice.World() -> ReachedCloud.ofWorld(world, options.node(), config);
            case CloudChoice.OpenApi(var metadata, var environment) ->
                ReachedCloud.byOpenApi(metadata, environment, config, tasks);
        };
        var node = NodeOf.node(config, RunningNode.facts(cloud.facts(), tasks), options.host());
        var ledger = ledger(options.state().resolve(LEDGER), tasks);
        var journal = journal(options.state().resolve(JOURNAL), tasks);
        var pods = new WatchedPods(
                world.port(PodFeed.class, WorldPorts.podFeed(options.node())),
                world.port(PodDirectory.class, WorldPorts.pods(options.node())),
                tasks);
        RunningNode.keepUp("pod feed", pods::run, tasks);
        var chronicle = new LogChronicle();
        var component = RunningNode.start(
                node,
                NodeOf.desk(config, node),
                new Surroundings(
                        cloud.network(),
                        new NetlinkKernel(List.of(options.host())),
                        ledger,
                        journal,
                        pods,
                        chronicle,
                        tasks,
                        new SecureRandom(),
                        new LogNodeConditions(),
                        world.port(NodeDirectory.class, WorldPorts.nodes(options.node())),
                        cloud.routeTables()));
        pods.whenTold(component.limits()::told);
        var watch = new ConfigWatch(
                config, () -> ConfigFile.read(options.config(), options.mode()), component.degradation(), tasks);
        RunningNode.keepUp("configuration", watch::run, tasks);
        var server = CniServer.open(options.socket(), ROOT, deeds(component), tasks, CniLimits.usual());
        LOG.log(Level.INFO, "serving {0} at {1}", options.node(), options.socket());
        return new Agent(server, ledger, journal, chronicle, tasks, cloud);
    }

    private static FileLeaseLedger ledger(Path file, SystemTasks tasks) {
        var opened = FileLeaseLedger.open(file, tasks.instant());
        opened.report().setAside().forEach(lost -> LOG.log(Level.ERROR, lost.words()));
        return opened.ledger();
    }

    private static FileCloudJournal journal(Path file, SystemTasks tasks) {
        var opened = FileCloudJournal.open(file, tasks.instant());
        opened.report().setAside().forEach(lost -> LOG.log(Level.ERROR, lost.words()));
        return opened.journal();
    }

    private static CniDeeds deeds(NodeComponent component) {
        return new CniDeeds(
                component.attachPod(),
                component.detachPod(),
                component.checkAttachment(),
                component.collectGarbage(),
                component.reportStatus());
    }

    /** Whether an agent listens there that could serve a pod now. */
    public static boolean answers(Path socket) {
        return new CniClient(socket, Duration.ofSeconds(5))
                        .call(
                                Map.of("CNI_COMMAND", "STATUS"),
                                "{\"cniVersion\":\"1.1.0\",\"name\":\"terway\",\"type\":\"terway\"}")
                        .exitStatus()
                == 0;
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Calls under way are finished first. */
    @Override
    public void close() {
        server.stop(GRACE);
        tasks.close();
        cloud.close();
        ledger.close();
        journal.close();
        chronicle.close();
        ended.countDown();
    }
}
