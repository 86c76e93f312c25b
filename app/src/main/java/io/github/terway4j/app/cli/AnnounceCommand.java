package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.agent.Agent;
import io.github.terway4j.app.agent.CniPlace;
import io.github.terway4j.app.conflist.Conflist;
import io.github.terway4j.app.conflist.Policies;
import io.github.terway4j.app.conflist.Surroundings;
import io.github.terway4j.domain.net.Mtu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway announce}. */
@Command(
        name = "announce",
        description =
                "Waits until the node's agent could serve a pod, and then tells the container runtime which plugins to run,"
                        + " by which the node becomes ready. With --withdraw it takes that away, and pods that run go on"
                        + " running.")
final class AnnounceCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--conf",
            paramLabel = "FOLDER",
            description =
                    "Where the ConfigMap's 10-terway.conflist or 10-terway.conf is, and its disable_network_policy"
                            + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "/etc/eni")
    private Path conf = Path.of("");

    @Option(
            names = "--cni-conf",
            paramLabel = "FOLDER",
            description = "Where the runtime looks for the list (default: ${DEFAULT-VALUE}).",
            defaultValue = "/etc/cni/net.d")
    private Path lists = Path.of("");

    @Option(
            names = "--socket",
            description = "The agent's socket (default: ${DEFAULT-VALUE}).",
            defaultValue = "/var/run/eni/cni.socket")
    private Path socket = Path.of("");

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "How long it waits (default: ${DEFAULT-VALUE}).",
            defaultValue = "300")
    private int within = 0;

    @Option(names = "--host-ports", description = "Have pods' host ports made, by the reference plugin portmap.")
    private boolean hostPorts;

    @Option(
            names = "--mtu",
            paramLabel = "BYTES",
            description = "What auto_mtu stands for (default: ${DEFAULT-VALUE}).",
            defaultValue = "1500")
    private int mtu = 0;

    @Option(names = "--withdraw", description = "Takes the list away, and waits for nothing.")
    private boolean withdraw;

    @Override
    public Integer call() throws IOException {
        var place = new CniPlace(Path.of(""), lists);
        if (withdraw) {
            place.withdraw();
            return 0;
        }
        var list = Json.writePretty(list());
        if (!serves()) {
            spec.commandLine()
                    .getErr()
                    .println("terway announce: no agent at %s could serve a pod within %d s".formatted(socket, within));
            return 1;
        }
        place.announce((list + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private boolean serves() {
        try (var tasks = new SystemTasks()) {
            var deadline = tasks.instant().plusSeconds(within);
            while (!Agent.answers(socket)) {
                if (!tasks.instant().isBefore(deadline)) {
                    return false;
                }
                tasks.sleep(BETWEEN_LOOKS);
            }
            return true;
        }
    }

    private Map<String, Object> list() throws IOException {
        var template = Json.readObject(Files.readString(template()));
        var switched = conf.resolve("disable_network_policy");
        var policies = Policies.ofDisabled(
                Files.exists(switched) ? Files.readString(switched).strip() : "");
        return Asked.of(spec, () -> Conflist.of(template, new Surroundings(new Mtu(mtu), policies, hostPorts)));
    }

    /** As in Terway: a whole list goes before a single plugin. */
    private Path template() {
        var whole = conf.resolve("10-terway.conflist");
        return Files.exists(whole) ? whole : conf.resolve("10-terway.conf");
    }
}
