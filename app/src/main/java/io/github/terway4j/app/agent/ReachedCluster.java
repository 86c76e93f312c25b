package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.kubernetes.ApiServer;
import io.github.terway4j.adapters.kubernetes.KubernetesChronicle;
import io.github.terway4j.adapters.kubernetes.KubernetesConfigDirectory;
import io.github.terway4j.adapters.kubernetes.KubernetesNodeConditions;
import io.github.terway4j.adapters.kubernetes.KubernetesNodeDirectory;
import io.github.terway4j.adapters.kubernetes.KubernetesNodeNotes;
import io.github.terway4j.adapters.kubernetes.KubernetesPodDirectory;
import io.github.terway4j.adapters.kubernetes.KubernetesPodFeed;
import io.github.terway4j.adapters.kubernetes.KubernetesPodNotes;
import io.github.terway4j.adapters.kubernetes.Outbox;
import io.github.terway4j.adapters.ledger.FileConfigMemory;
import io.github.terway4j.adapters.log.LogNodeConditions;
import io.github.terway4j.adapters.worldlink.WorldLink;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.usecase.WatchedPods;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeNotes;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodNotes;
import io.github.terway4j.ports.out.Tasks;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an agent has of its cluster.
 *
 * @param pods those of its node, which it does not hear of before it listens
 * @param events beside those in the log
 * @param first the configuration, as soon as it can be read
 * @param next the same later, by what it was before
 */
record ReachedCluster(
        WatchedPods pods,
        NodeDirectory nodes,
        Chronicle events,
        NodeConditions conditions,
        NodeNotes nodeNotes,
        PodNotes podNotes,
        ConfigReading first,
        UnaryOperator<ConfigReading> next,
        Runnable end)
        implements AutoCloseable {

    /** @throws IllegalArgumentException in words, where there is no such cluster */
    static ReachedCluster of(AgentOptions options, WorldLink world, Tasks tasks) {
        return switch (options.cluster()) {
            case ClusterChoice.World() -> ofWorld(options, world, tasks);
            case ClusterChoice.AroundUs(var namespace) ->
                byApi(options, ApiServer.ofServiceAccount(System.getenv()), namespace, tasks);
            case ClusterChoice.Named(var kubeconfig, var namespace) ->
                byApi(options, ApiServer.ofKubeconfig(kubeconfig), namespace, tasks);
        };
    }

    private static ReachedCluster ofWorld(AgentOptions options, WorldLink world, Tasks tasks) {
        UnaryOperator<ConfigReading> read = _ -> switch (options.config()) {
            case ConfigChoice.File(var file) -> ConfigFile.read(file, options.mode());
            case ConfigChoice.ConfigMap() ->
                new ConfigReading.Refused(List.of("a simulated world has no ConfigMaps: name a file by --config"));
        };
        return new ReachedCluster(
                new WatchedPods(
                        world.port(PodFeed.class, WorldPorts.podFeed(options.node())),
                        world.port(PodDirectory.class, WorldPorts.pods(options.node())),
                        tasks),
                world.port(NodeDirectory.class, WorldPorts.nodes(options.node())),
                new Nobody(),
                new LogNodeConditions(),
                NodeNotes.NONE,
                PodNotes.NONE,
                read.apply(new ConfigReading.Refused(List.of())),
                read,
                () -> {});
    }

    /** Waits until the cluster says how the node is to be served. */
    private static ReachedCluster byApi(AgentOptions options, ApiServer server, String namespace, Tasks tasks) {
        var chance = new SecureRandom();
        var node = options.node();
        var outbox = new Outbox();
        var pods = new WatchedPods(
                new KubernetesPodFeed(server, node, tasks, chance), new KubernetesPodDirectory(server, node), tasks);
        var shared = switch (options.config()) {
            case ConfigChoice.File _ -> List.<String>of();
            case ConfigChoice.ConfigMap() -> List.of(KubernetesConfigDirectory.SHARED);
        };
        var configuration = new ConfigOfCluster(
                KubernetesConfigDirectory.watching(server, node, namespace, shared, tasks, chance),
                options.config(),
                options.mode(),
                FileConfigMemory.open(options.state().resolve(Agent.CONFIG_MEMORY)),
                tasks);
        var first = configuration.first();
        if (first instanceof ConfigReading.Accepted(var config, var _)) {
            server.limit(config.cluster().queriesPerSecond(), config.cluster().burst(), tasks);
        }
        return new ReachedCluster(
                pods,
                new KubernetesNodeDirectory(server, node),
                new KubernetesChronicle(server, node, pods, outbox, tasks),
                new Both(new LogNodeConditions(), new KubernetesNodeConditions(server, node, outbox, tasks)),
                new KubernetesNodeNotes(server, node, outbox, tasks),
                new KubernetesPodNotes(server, outbox),
                first,
                configuration::read,
                () -> {
                    outbox.close();
                    server.close();
                });
    }

    @Override
    public void close() {
        end.run();
    }

    /** Hears events and tells nobody. */
    private record Nobody() implements Chronicle {
        @Override
        public void pod(PodRef pod, EventReason reason, String message) {}

        @Override
        public void node(EventReason reason, String message) {}
    }

    private record Both(NodeConditions one, NodeConditions other) implements NodeConditions {
        @Override
        public void say(NodeCondition condition) {
            one.say(condition);
            other.say(condition);
        }
    }
}
