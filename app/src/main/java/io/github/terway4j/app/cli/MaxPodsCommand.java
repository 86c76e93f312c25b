package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NearNames;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.stage.InstanceCatalogue;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.EniCap;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.quota.PodSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code terway max-pods}. */
@Command(
        name = "max-pods",
        description =
                "Says how many pods a node of an instance type can give an address to, in each of the ways in which it can,"
                        + " and how the number comes about. The types are those of the simulated cloud's catalogue.")
final class MaxPodsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--type", description = "Instance type, like ecs.g7.large.", required = true)
    private String type = "";

    @Option(names = "--conf", description = "The eni_conf file; without it, nothing is kept back.")
    private Optional<Path> conf = Optional.empty();

    @Override
    public Integer call() {
        sentences(limits()).forEach(System.out::println);
        return 0;
    }

    private List<String> sentences(InstanceLimits limits) {
        var wishes = conf.map(this::wishes).orElse(new Wishes(EniCap.NONE, false, false));
        var capacity = new Capacity(limits, wishes.cap());
        var sums = PodSum.of(capacity, capacity.flavor(wishes.trunking(), wishes.erdma()));
        var lines = new ArrayList<String>();
        lines.add("%s: %d ENIs of %d IPv4 and %d IPv6 addresses, %d with members, %d for RDMA"
                .formatted(
                        limits.instanceType(),
                        limits.enis(),
                        limits.ipv4PerEni(),
                        limits.ipv6PerEni(),
                        limits.totalEnis(),
                        limits.erdmaEnis()));
        sums.forEach(sum -> lines.add("%-10s %6d  %s".formatted(sum.way(), sum.pods(), sum.words())));
        return lines;
    }

    private InstanceLimits limits() {
        var types = new InstanceCatalogue();
        return types.find(type)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no instance type %s is known; did you mean one of %s?"
                                .formatted(type, String.join(", ", NearNames.of(type, types.names())))));
    }

    private record Wishes(EniCap cap, boolean trunking, boolean erdma) {}

    private Wishes wishes(Path file) {
        return switch (read(file)) {
            case ConfigReading.Accepted(var config, var _) ->
                new Wishes(
                        config.eni().cap(),
                        config.eni().trunking(),
                        config.eni().erdma());
            case ConfigReading.Refused(var problems) ->
                throw new ParameterException(spec.commandLine(), file + ": " + String.join("; ", problems));
        };
    }

    private ConfigReading read(Path file) {
        try {
            return NodeConfigReader.read(Json.readObject(Files.readString(file)));
        } catch (IOException | JsonException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--conf %s cannot be read: %s".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }
}
