package io.github.terway4j.app.cli;

import io.github.terway4j.app.agent.Agent;
import io.github.terway4j.app.agent.AgentOptions;
import io.github.terway4j.app.agent.CloudChoice;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.domain.datapath.NetNs;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway agent}. */
@Command(
        name = "agent",
        description =
                "Runs the node's daemon until it is told to stop. It hears of pods from a simulated world, which another"
                        + " process offers on a unix socket; its cloud is that world's, or one that speaks Alibaba"
                        + " Cloud's own protocols. Where that is called is said by the variables ECS_ENDPOINT,"
                        + " VPC_ENDPOINT, ALICLOUD_ENDPOINT_TYPE, ALICLOUD_CLIENT_SCHEME and X-ACSPROXY-ASCM-CONTEXT.")
final class AgentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--node",
            description = "The node's name in the cluster (default: $NODE_NAME).",
            defaultValue = "${env:NODE_NAME}",
            required = true)
    private String node = "";

    @Option(names = "--world", description = "Socket of the simulated world.", required = true)
    private Path world = Path.of("");

    /** The names of the choices. */
    enum Cloud {
        WORLD,
        OPENAPI
    }

    @Option(
            names = "--cloud",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "WORLD")
    private Cloud cloud = Cloud.WORLD;

    @Option(
            names = "--metadata",
            paramLabel = "URL",
            description =
                    "Where this instance's metadata service is, for --cloud openapi (default: $TERWAY4J_METADATA, else"
                            + " http://100.100.100.200).",
            defaultValue = "${env:TERWAY4J_METADATA:-http://100.100.100.200}")
    private URI metadata = URI.create("http://100.100.100.200");

    @Option(
            names = "--config",
            description = "The eni_conf file (default: ${DEFAULT-VALUE}).",
            defaultValue = "/etc/eni/eni.json")
    private Path config = Path.of("");

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

    @Override
    public Integer call() throws InterruptedException {
        var options = new AgentOptions(node, world, choice(), config, mode, socket, state, new NetNs(host.toString()));
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

    private CloudChoice choice() {
        return switch (cloud) {
            case WORLD -> new CloudChoice.World();
            case OPENAPI ->
                Asked.of(spec, () -> new CloudChoice.OpenApi(metadata, CloudEnvironment.of(System.getenv())));
        };
    }
}
