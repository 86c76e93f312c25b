package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.log.LineFormatter;
import io.github.terway4j.app.agent.Agent;
import io.github.terway4j.app.agent.AgentOptions;
import io.github.terway4j.app.agent.CloudChoice;
import io.github.terway4j.app.agent.ClusterChoice;
import io.github.terway4j.app.agent.ConfigChoice;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.domain.datapath.NetNs;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code terway agent}. */
@Command(
        name = "agent",
        description =
                "Runs the node's daemon until it is told to stop. Its cluster is the one in whose pod it runs, or that a"
                        + " kubeconfig names; or that of a simulated world, which another process offers on a unix"
                        + " socket. Its cloud is Alibaba Cloud, or one that speaks the same protocols; or that world's."
                        + " Where the cloud is called is said by the variables ECS_ENDPOINT, VPC_ENDPOINT,"
                        + " ALICLOUD_ENDPOINT_TYPE, ALICLOUD_CLIENT_SCHEME and X-ACSPROXY-ASCM-CONTEXT.")
final class AgentCommand implements Callable<Integer> {
    private static final Path NOWHERE = Path.of("");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Path USUAL_KUBELET = Path.of("/var/lib/kubelet");
    private static final Path USUAL_CONFIG = Path.of("/etc/eni/eni.json");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--node",
            description = "The node's name in the cluster (default: $NODE_NAME).",
            defaultValue = "${env:NODE_NAME}",
            required = true)
    private String node = "";

    @Option(names = "--world", description = "Socket of a simulated world.", paramLabel = "SOCKET")
    private Path world = NOWHERE;

    @Option(
            names = {"--kubeconfig", "-kubeconfig"},
            paramLabel = "FILE",
            description = "Names the cluster (default: the one in whose pod this is, unless --world is given).")
    private Path kubeconfig = NOWHERE;

    @Option(
            names = "--namespace",
            description = "Where ConfigMaps for nodes are (default: $POD_NAMESPACE, else kube-system).",
            defaultValue = "${env:POD_NAMESPACE:-kube-system}")
    private String namespace = "";

    /** The names of the choices. */
    enum Cloud {
        WORLD,
        OPENAPI
    }

    @Option(
            names = "--cloud",
            description = "${COMPLETION-CANDIDATES} (default: WORLD where --world is given, else OPENAPI).")
    private Optional<Cloud> cloud = Optional.empty();

    @Option(
            names = "--metadata",
            paramLabel = "URL",
            description =
                    "Where this instance's metadata service is, for --cloud openapi (default: $TERWAY4J_METADATA, else"
                            + " http://100.100.100.200).",
            defaultValue = "${env:TERWAY4J_METADATA:-http://100.100.100.200}")
    private URI metadata = URI.create("http://100.100.100.200");

    @Option(
            names = {"--config", "-config"},
            paramLabel = "FILE",
            description =
                    "The eni_conf file that all nodes have (default: the cluster's ConfigMap eni-config; with --world alone"
                            + " /etc/eni/eni.json).")
    private Path config = NOWHERE;

    @Option(
            names = {"--daemon-mode", "-daemon-mode"},
            paramLabel = "MODE",
            description =
                    "Where pods' addresses come from: ENIMultiIP or VPC (default: as in eni_conf, else ENIMultiIP).")
    private String mode = "";

    @Option(
            names = "--socket",
            description = "Where CNI calls come in (default: ${DEFAULT-VALUE}).",
            defaultValue = "/var/run/eni/cni.socket")
    private Path socket = Path.of("");

    @Option(
            names = "--state",
            description = "Folder of the lease ledger (default: ${DEFAULT-VALUE}).",
            defaultValue = "/var/lib/cni/terway")
    private Path state = Path.of("");

    @Option(
            names = "--host-netns",
            description = "The node's network namespace (default: ${DEFAULT-VALUE}).",
            defaultValue = "/proc/self/ns/net")
    private Path host = Path.of("");

    @Option(
            names = "--cni-conf",
            paramLabel = "FOLDER",
            description =
                    "Where the runtime looks for its list of plugins: without ours in it the agent says that it is"
                            + " not ready (default: that is not looked at).")
    private Path lists = NOWHERE;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            split = ",",
            description = "Where /metrics, /readyz and /livez are read over HTTP (default: ${DEFAULT-VALUE}).",
            defaultValue = "127.0.0.1:15432")
    private List<String> listen = List.of();

    @Option(
            names = "--log-format",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}): words with key=value behind them, or an"
                            + " object of JSON for each line.",
            defaultValue = "TEXT")
    private LineFormatter.Style logFormat = LineFormatter.Style.TEXT;

    @Option(
            names = "--kubelet",
            paramLabel = "FOLDER",
            description =
                    "The kubelet's folder (default: /var/lib/kubelet; with --world alone no kubelet is spoken to).")
    private Path kubelet = NOWHERE;

    @Override
    public Integer call() throws InterruptedException {
        Logging.lines(logFormat);
        var options = new AgentOptions(
                node,
                world,
                cluster(),
                cloud(),
                config(),
                mode,
                socket,
                state,
                new NetNs(host.toString()),
                lists,
                Asked.of(spec, () -> listen.stream().map(AgentCommand::address).toList()),
                kubelet());
        return switch (Agent.start(options)) {
            case Agent.Start.Running(var agent) -> {
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(agent::close));
                agent.awaitEnd();
                yield 0;
            }
            case Agent.Start.Refused(var problems) -> {
                problems.forEach(problem -> spec.commandLine().getErr().println("terway agent: " + problem));
                yield 2;
            }
        };
    }

    /** The port is what follows the last colon: an IPv6 address needs no brackets. */
    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1 || !PORT.matcher(text.substring(colon + 1)).matches()) {
            throw new IllegalArgumentException("%s is no ADDRESS:PORT".formatted(text));
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private ClusterChoice cluster() {
        if (!kubeconfig.equals(NOWHERE)) {
            return new ClusterChoice.Named(kubeconfig, namespace);
        }
        return world.equals(NOWHERE) ? new ClusterChoice.AroundUs(namespace) : new ClusterChoice.World();
    }

    private ConfigChoice config() {
        if (!config.equals(NOWHERE)) {
            return new ConfigChoice.File(config);
        }
        return cluster() instanceof ClusterChoice.World
                ? new ConfigChoice.File(USUAL_CONFIG)
                : new ConfigChoice.ConfigMap();
    }

    private Path kubelet() {
        return kubelet.equals(NOWHERE) && !(cluster() instanceof ClusterChoice.World) ? USUAL_KUBELET : kubelet;
    }

    private CloudChoice cloud() {
        return switch (cloud.orElse(world.equals(NOWHERE) ? Cloud.OPENAPI : Cloud.WORLD)) {
            case WORLD -> {
                if (world.equals(NOWHERE)) {
                    throw new ParameterException(spec.commandLine(), "--cloud world takes --world SOCKET");
                }
                yield new CloudChoice.World();
            }
            case OPENAPI ->
                Asked.of(spec, () -> new CloudChoice.OpenApi(metadata, CloudEnvironment.of(System.getenv())));
        };
    }
}
