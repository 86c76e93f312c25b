package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.conflist.Conflist;
import io.github.terway4j.app.conflist.Policies;
import io.github.terway4j.app.conflist.Surroundings;
import io.github.terway4j.domain.net.Mtu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code terway conflist}. */
@Command(
        name = "conflist",
        description =
                "Prints the list of plugins for /etc/cni/net.d/10-terway.conflist, made of what the ConfigMap says.")
final class ConflistCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--conf",
            description = "The ConfigMap's 10-terway.conf or 10-terway.conflist (default: ${DEFAULT-VALUE}).",
            defaultValue = "/etc/eni/10-terway.conf")
    private Path conf = Path.of("");

    @Option(
            names = "--disable-network-policy",
            paramLabel = "VALUE",
            description = "The ConfigMap's disable_network_policy.",
            defaultValue = "")
    private String disabled = "";

    @Option(names = "--host-ports", description = "Have pods' host ports made, by the reference plugin portmap.")
    private boolean hostPorts;

    @Option(
            names = "--mtu",
            paramLabel = "BYTES",
            description = "What auto_mtu stands for: the MTU of the node's own interface (default: ${DEFAULT-VALUE}).",
            defaultValue = "1500")
    private int mtu = 0;

    @Override
    public Integer call() {
        var list = Asked.of(
                spec,
                () -> Conflist.of(
                        template(), new Surroundings(new Mtu(mtu), Policies.ofDisabled(disabled), hostPorts)));
        spec.commandLine().getOut().println(Json.writePretty(list));
        return 0;
    }

    private Map<String, Object> template() {
        try {
            return Json.readObject(Files.readString(conf));
        } catch (IOException | JsonException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--conf %s cannot be read: %s".formatted(conf, unreadable.getMessage()),
                    unreadable);
        }
    }
}
