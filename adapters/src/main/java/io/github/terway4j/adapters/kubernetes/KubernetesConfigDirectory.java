package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigDirectory;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import io.github.terway4j.ports.out.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Our node's labels and the ConfigMaps that are for it, watched: the one that all nodes have, and the one that the label {@code
 * terway-config} names.
 */
public final class KubernetesConfigDirectory implements ConfigDirectory {
    /** Terway's. */
    public static final String SHARED = "eni-config";

    private static final String KEY = "eni_conf";

    /** Keys of what is for the container runtime: the list goes before the single plugin, as with Terway. */
    public static final List<String> RUNTIMES = List.of("10-terway.conflist", "10-terway.conf");

    private final ApiServer server;
    private final String namespace;
    private final Tasks tasks;
    private final RandomGenerator chance;
    private final Mirror<Node> node;
    private final List<NamedConfig> shared = new ArrayList<>();
    private Optional<NamedConfig> own = Optional.empty();

    private record NamedConfig(String name, Mirror<ConfigMap> mirror) {}

    private KubernetesConfigDirectory(
            ApiServer server, String node, String namespace, Tasks tasks, RandomGenerator chance) {
        this.server = server;
        this.namespace = namespace;
        this.tasks = tasks;
        this.chance = chance;
        this.node = new Mirror<>(
                new Subscription<>(server.client().nodes().withField("metadata.name", node), tasks, chance), tasks);
        tasks.start("watch of the node", this.node::run);
    }

    /**
     * Begins to watch.
     *
     * @param shared ConfigMaps that all nodes have, the later before the earlier
     */
    public static KubernetesConfigDirectory watching(
            ApiServer server, String node, String namespace, List<String> shared, Tasks tasks, RandomGenerator chance) {
        var directory = new KubernetesConfigDirectory(server, node, namespace, tasks, chance);
        shared.forEach(name -> directory.shared.add(directory.watched(name)));
        return directory;
    }

    private NamedConfig watched(String name) {
        var mirror = new Mirror<>(
                new Subscription<>(
                        server.client().configMaps().inNamespace(namespace).withField("metadata.name", name),
                        tasks,
                        chance),
                tasks);
        tasks.start("watch of ConfigMap " + name, mirror::run);
        return new NamedConfig(name, mirror);
    }

    @Override
    public synchronized ConfigLookup read() {
        return switch (node.image()) {
            case Mirror.Image.Unknown<Node>(var words) -> new ConfigLookup.Unreadable("the node: " + words);
            // Whoever makes it may be late; whoever takes it away ends us soon.
            case Mirror.Image.None<Node>() -> new ConfigLookup.Unreadable("the cluster has no such node");
            case Mirror.Image.Seen<Node>(var seen) ->
                read(new NodeLabels(
                        Optional.ofNullable(seen.getMetadata().getLabels()).orElse(Map.of())));
        };
    }

    private ConfigLookup read(NodeLabels labels) {
        var named = new ArrayList<>(shared);
        own(labels.ownConfig()).ifPresent(named::add);
        var ours = new ArrayList<ConfigText>();
        var runtimes = Optional.<ConfigText>empty();
        for (var config : named) {
            var place = "ConfigMap %s/%s".formatted(namespace, config.name());
            var before = runtimes;
            switch (config.mirror().image()) {
                case Mirror.Image.Unknown<ConfigMap>(var words) -> {
                    return new ConfigLookup.Unreadable(place + ": " + words);
                }
                case Mirror.Image.None<ConfigMap>() -> {
                    return new ConfigLookup.Missing(place + " is wanted, and there is none");
                }
                case Mirror.Image.Seen<ConfigMap>(var map) -> {
                    var texts = Optional.ofNullable(map.getData()).orElse(Map.of());
                    var text = texts.get(KEY);
                    if (text == null) {
                        return new ConfigLookup.Missing("%s has no key %s".formatted(place, KEY));
                    }
                    ours.add(new ConfigText(place, text));
                    runtimes = runtimes(place, texts).or(() -> before);
                }
            }
        }
        return new ConfigLookup.Written(labels, ours, runtimes);
    }

    private static Optional<ConfigText> runtimes(String place, Map<String, String> texts) {
        return RUNTIMES.stream()
                .filter(texts::containsKey)
                .findFirst()
                .map(key -> new ConfigText("%s of %s".formatted(key, place), texts.getOrDefault(key, "")));
    }

    private Optional<NamedConfig> own(Optional<String> name) {
        if (!own.map(NamedConfig::name).equals(name)) {
            own.ifPresent(former -> former.mirror().close());
            own = name.map(this::watched);
        }
        return own;
    }

    @Override
    public Optional<String> serviceCidrs() {
        return Failure.or(_ -> Optional.<String>empty(), () -> InstallersNote.serviceCidrs(server));
    }
}
