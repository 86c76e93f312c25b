package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.agent.Preflight;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.domain.preflight.TriedFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code terway check-node}. */
@Command(
        name = "check-node",
        description =
                "Tries what the configuration asks of this machine's kernel, each in a network namespace that is thrown"
                        + " away, and looks for the files that keep the node's own services away from pods' devices. Says"
                        + " what can be done where something is missing. Takes root. Ends with 1 if no pod could be"
                        + " served.")
final class CheckNodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--conf", description = "The eni_conf file; without it, pods are on shared ENIs, by veth pairs.")
    private Optional<Path> conf = Optional.empty();

    @Mixin
    private HostOptions host = new HostOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var config = config();
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new ParameterException(
                    spec.commandLine(), "network namespaces take root, and this is " + System.getProperty("user.name"));
        }
        var tried = Preflight.of(config);
        boolean able = TriedFeature.obstacles(tried).isEmpty();
        if (json) {
            var object = object(tried, able);
            object.putAll(surroundings().object());
            spec.commandLine().getOut().println(Json.write(object));
        } else {
            surroundings().print(spec.commandLine().getOut());
            print(tried, able, spec.commandLine().getOut());
        }
        return able ? 0 : 1;
    }

    private PreparedNode surroundings() {
        return PreparedNode.of(host.preparer(), host.identity(spec));
    }

    private static void print(List<TriedFeature> tried, boolean able, PrintWriter out) {
        var row = "%-15s %-8s %-30s %s%n";
        out.printf(row, "feature", "", "missed by", "what it is, or what to do");
        for (var each : tried) {
            var feature = each.need().feature();
            out.printf(
                    row,
                    feature.word(),
                    each.there() ? "there" : "missing",
                    each.need().urgency().words(),
                    each.there() ? feature.meaning() : feature.remedy());
        }
        out.println(able ? "Pods can be served." : "No pod can be served.");
        out.flush();
    }

    private static Map<String, Object> object(List<TriedFeature> tried, boolean able) {
        var features = new ArrayList<>();
        for (var each : tried) {
            var object = new LinkedHashMap<String, Object>();
            object.put("feature", each.need().feature().word());
            object.put("there", each.there());
            object.put("missedBy", each.need().urgency().words());
            each.objection().ifPresent(words -> {
                object.put("remedy", each.need().feature().remedy());
                object.put("kernelSays", words);
            });
            features.add(object);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("able", able);
        object.put("features", features);
        return object;
    }

    private NodeConfig config() {
        return switch (NodeConfigReader.read(conf.map(this::plain).orElse(Map.of()))) {
            case ConfigReading.Accepted(var config, var _) -> config;
            case ConfigReading.Refused(var problems) ->
                throw new ParameterException(spec.commandLine(), conf + ": " + String.join("; ", problems));
        };
    }

    private Map<String, Object> plain(Path file) {
        try {
            return Json.readObject(Files.readString(file));
        } catch (IOException | JsonException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--conf %s cannot be read: %s".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }
}
