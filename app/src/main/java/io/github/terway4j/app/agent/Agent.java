package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.cni.CniClient;
import io.github.terway4j.adapters.cni.CniDeeds;
import io.github.terway4j.adapters.cni.CniLimits;
import io.github.terway4j.adapters.cni.CniServer;
import io.github.terway4j.adapters.ledger.FileCloudJournal;
import io.github.terway4j.adapters.ledger.FileCloudMemory;
import io.github.terway4j.adapters.ledger.FileLeaseLedger;
import io.github.terway4j.adapters.ledger.FormerFiles;
import io.github.terway4j.adapters.log.LogChronicle;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.adapters.netlink.SmcHints;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.adapters.tasks.WatchedTasks;
import io.github.terway4j.adapters.worldlink.WorldLink;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.AddressNoter;
import io.github.terway4j.app.usecase.MeasuredAttaching;
import io.github.terway4j.app.usecase.MeasuredConditions;
import io.github.terway4j.app.usecase.MeasuredDetaching;
import io.github.terway4j.app.usecase.MeasuredKernel;
import io.github.terway4j.app.wiring.CapacityNotes;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.NodeOf;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.PodNotes;
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

    /** In the same folder: what the cloud said last. */
    public static final String MEMORY = "cloud.seen";

    /** In the same folder: what the cluster had written for the node when it was last accepted. */
    public static final String CONFIG_MEMORY = "config.seen";

    private static final Logger LOG = System.getLogger(Agent.class.getName());
    private static final int ROOT = 0;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CniServer server;
    private final NodePages pages;
    private final FileLeaseLedger ledger;
    private final FileCloudJournal journal;
    private final LogChronicle chronicle;
    private final WatchedTasks tasks;
    private final ReachedCloud cloud;
    private final ReachedCluster cluster;
    private final KubeletLink kubelet;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Agent(
            CniServer server,
            NodePages pages,
            FileLeaseLedger ledger,
            FileCloudJournal journal,
            LogChronicle chronicle,
            WatchedTasks tasks,
            ReachedCloud cloud,
            ReachedCluster cluster,
            KubeletLink kubelet) {
        this.server = server;
        this.pages = pages;
        this.ledger = ledger;
        this.journal = journal;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.cloud = cloud;
        this.cluster = cluster;
        this.kubelet = kubelet;
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
        var tasks = new WatchedTasks(new SystemTasks());
        var pages = NodePages.open(options, tasks);
        var world = WorldLink.to(options.world());
        try {
            return start(options, world, ReachedCluster.of(options, world, tasks), tasks, pages);
        } catch (IllegalArgumentException noCluster) {
            pages.close();
            tasks.close();
            return new Start.Refused(List.of(noCluster.getMessage()));
        }
    }

    private static Start start(
            AgentOptions options, WorldLink world, ReachedCluster cluster, WatchedTasks tasks, NodePages pages) {
        return switch (cluster.first()) {
            case ConfigReading.Refused(var problems) -> refused(problems, cluster, tasks, pages);
            case ConfigReading.Accepted(var config, var warnings) -> {
                warnings.forEach(warning -> LOG.log(Level.WARNING, "the configuration: " + warning));
                // Before anything is asked of the cloud: what this kernel lacks, no retry will bring.
                var obstacles = new ArrayList<>(Preflight.obstacles(config));
                WayBack.settle(config, options.host()).ifPresent(obstacles::add);
                yield obstacles.isEmpty()
                        ? new Start.Running(start(options, world, cluster, tasks, pages, config))
                        : refused(obstacles, cluster, tasks, pages);
            }
        };
    }

    /** Whoever looks at the node is to see why it is not served. */
    private static Start refused(List<String> problems, ReachedCluster cluster, WatchedTasks tasks, NodePages pages) {
        cluster.events().node(EventReason.CONFIG_ERROR, String.join("; ", problems));
        pages.close();
        tasks.close();
        cluster.close();
        return new Start.Refused(problems);
    }

    private static Agent start(
            AgentOptions options,
            WorldLink world,
            ReachedCluster cluster,
            WatchedTasks tasks,
            NodePages pages,
            NodeConfig config) {
        var meter = pages.meter();
        var cloud = switch (options.cloud()) {
            case CloudChoice.World() -> ReachedCloud.ofWorld(world, options.node(), config);
            case CloudChoice.OpenApi(var metadata, var environment) ->
                ReachedCloud.byOpenApi(metadata, environment, config, tasks, meter);
        };
        var kernel = new MeasuredKernel(new NetlinkKernel(List.of(options.host())), meter, tasks);
        var memory = FileCloudMemory.open(options.state().resolve(MEMORY));
        var own = OwnFacts.asked(cloud.facts(), memory, kernel, options.host(), tasks);
        var facts = own.soon();
        var node = NodeOf.node(config, facts, options.host());
        FormerFiles.words(options.state().resolve(LEDGER)).forEach(words -> LOG.log(Level.WARNING, words));
        var ledger = ledger(options.state().resolve(LEDGER), tasks);
        var journal = journal(options.state().resolve(JOURNAL), tasks);
        var pods = cluster.pods();
        RunningNode.keepUp("pod feed", pods::run, tasks, meter);
        var log = new LogChronicle();
        var chronicle = new Chronicles(log, cluster.events());
        var component = RunningNode.start(
                node,
                NodeOf.desk(config, node),
                new Surroundings(
                        cloud.network(),
                        kernel,
                        ledger,
                        journal,
                        pods,
                        chronicle,
                        tasks,
                        new SecureRandom(),
                        new MeasuredConditions(cluster.conditions(), meter),
                        cluster.nodes(),
                        cloud.routeTables(),
                        memory,
                        meter,
                        new SmcHints()));
        pods.whenTold(component.limits()::told);
        cluster.nodeNotes().write(CapacityNotes.of(config, facts));
        var watch = new ConfigWatch(
                config, cluster.next(), Preflight::obstacles, component.degradation(), chronicle, tasks);
        var notes = config.cluster().patchPodIps() ? cluster.podNotes() : PodNotes.NONE;
        var deeds = ScopedDeeds.of(deeds(component, notes, meter, tasks));
        var server = CniServer.open(options.socket(), ROOT, deeds, tasks, CniLimits.usual());
        pages.serves(component.reportStatus(), component.reportLevels(), pods::silence);
        LOG.log(Level.INFO, "serving {0} at {1}", options.node(), options.socket());
        var kubelet = KubeletLink.kept(options.kubelet(), config, component, chronicle, tasks, meter);
        var agent = new Agent(server, pages, ledger, journal, log, tasks, cloud, cluster, kubelet);
        // Whoever ends it cannot be one of those that it waits for.
        Runnable anew = () -> Thread.ofPlatform().start(agent::close);
        RunningNode.keepUp("configuration", () -> watch.run(anew), tasks, meter);
        own.whenWrong(words -> {
            LOG.log(Level.ERROR, words);
            anew.run();
        });
        return agent;
    }

    private static FileLeaseLedger ledger(Path file, WatchedTasks tasks) {
        var opened = FileLeaseLedger.open(file, tasks.instant());
        opened.report().setAside().forEach(lost -> LOG.log(Level.ERROR, lost.words()));
        return opened.ledger();
    }

    private static FileCloudJournal journal(Path file, WatchedTasks tasks) {
        var opened = FileCloudJournal.open(file, tasks.instant());
        opened.report().setAside().forEach(lost -> LOG.log(Level.ERROR, lost.words()));
        return opened.journal();
    }

    private static CniDeeds deeds(NodeComponent component, PodNotes notes, Meter meter, WatchedTasks tasks) {
        return new CniDeeds(
                new MeasuredAttaching(new AddressNoter(component.attachPod(), notes), meter, tasks),
                new MeasuredDetaching(component.detachPod(), meter, tasks),
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
        pages.close();
        tasks.close();
        kubelet.close();
        cloud.close();
        cluster.close();
        ledger.close();
        journal.close();
        chronicle.close();
        ended.countDown();
    }
}
