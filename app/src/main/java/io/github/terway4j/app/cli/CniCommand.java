package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.cni.CniClient;
import io.github.terway4j.adapters.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terway cni}. */
@Command(
        name = "cni",
        description =
                "Sends one CNI call to an agent, as the container runtime would, and prints the answer. The exit status"
                        + " is the one that the runtime would see.")
final class CniCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "COMMAND", description = "ADD, DEL, CHECK, GC, STATUS or VERSION.")
    private String command = "";

    @Option(
            names = "--socket",
            description = "The agent's socket (default: ${DEFAULT-VALUE}).",
            defaultValue = "/var/run/eni/cni.socket")
    private Path socket = Path.of("");

    @Option(names = "--container", description = "CNI_CONTAINERID: the sandbox.")
    private Optional<String> container = Optional.empty();

    @Option(names = "--netns", description = "CNI_NETNS: the sandbox's network namespace.")
    private Optional<String> netns = Optional.empty();

    @Option(names = "--ifname", description = "CNI_IFNAME (default: ${DEFAULT-VALUE}).", defaultValue = "eth0")
    private String ifname = "";

    @Option(names = "--pod", description = "NAMESPACE/NAME, for CNI_ARGS.")
    private Optional<String> pod = Optional.empty();

    @Option(
            names = "--netconf",
            description =
                    "A file with the network configuration (default: {\"cniVersion\":\"1.1.0\",\"name\":\"terway\","
                            + "\"type\":\"terway\"}).")
    private Optional<Path> netconf = Optional.empty();

    @Override
    public Integer call() {
        var reply = new CniClient(socket, PATIENCE).call(variables(), configuration());
        System.out.println(reply.body());
        return reply.exitStatus();
    }

    private Map<String, String> variables() {
        var variables = new TreeMap<String, String>();
        variables.put("CNI_COMMAND", command);
        variables.put("CNI_IFNAME", ifname);
        variables.put("CNI_PATH", "/opt/cni/bin");
        container.ifPresent(id -> variables.put("CNI_CONTAINERID", id));
        netns.ifPresent(path -> variables.put("CNI_NETNS", path));
        pod.ifPresent(name -> variables.put("CNI_ARGS", arguments(name)));
        return variables;
    }

    private String arguments(String name) {
        var slash = name.indexOf('/');
        if (slash < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--pod must be NAMESPACE/NAME, but is '%s'".formatted(name));
        }
        return "IgnoreUnknown=1;K8S_POD_NAMESPACE=%s;K8S_POD_NAME=%s"
                .formatted(name.substring(0, slash), name.substring(slash + 1));
    }

    private String configuration() {
        if (netconf.isEmpty()) {
            return Json.write(new TreeMap<>(Map.of("cniVersion", "1.1.0", "name", "terway", "type", "terway")));
        }
        try {
            return Files.readString(netconf.get());
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--netconf %s cannot be read: %s".formatted(netconf.get(), unreadable.getMessage()),
                    unreadable);
        }
    }
}
