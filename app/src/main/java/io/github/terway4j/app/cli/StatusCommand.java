package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.cni.CniClient;
import io.github.terway4j.adapters.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway status}. */
@Command(
        name = "status",
        description =
                "Says whether an agent could serve a pod now, and which addresses it keeps for pods that may come back,"
                        + " until when and why. The exit status is 0 if it could.")
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--socket",
            description = "The agent's socket (default: ${DEFAULT-VALUE}).",
            defaultValue = "/var/run/eni/cni.socket")
    private Path socket = Path.of("");

    @Override
    public Integer call() {
        var reply = new CniClient(socket, PATIENCE)
                .call(
                        Map.of("CNI_COMMAND", "STATUS"),
                        "{\"cniVersion\":\"1.1.0\",\"name\":\"terway\",\"type\":\"terway\"}");
        words(reply.exitStatus(), Json.readObject(reply.body()))
                .forEach(spec.commandLine().getOut()::println);
        return reply.exitStatus();
    }

    /** The answer, a line for each thing that there is to say. */
    static List<String> words(int exitStatus, Map<String, Object> answer) {
        var first = exitStatus == 0 ? "ready" : "not ready: %s: %s".formatted(answer.get("msg"), answer.get("details"));
        var kept = answer.get("reservations") instanceof List<?> all
                ? all.stream().map(StatusCommand::words).toList()
                : List.<String>of();
        return Stream.concat(Stream.of(first), kept.stream()).toList();
    }

    private static String words(Object reservation) {
        var fields = (Map<?, ?>) reservation;
        return "%s keeps %s of %s until %s: %s"
                .formatted(
                        fields.get("pod"),
                        fields.get("ips"),
                        fields.get("eni"),
                        fields.get("until"),
                        fields.get("why"));
    }
}
