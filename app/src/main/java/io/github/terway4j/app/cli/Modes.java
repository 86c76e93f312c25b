package io.github.terway4j.app.cli;

import io.github.terway4j.app.stage.WiringMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code --mode} speaks of. */
final class Modes {
    private Modes() {}

    /** One, or all of them; anything else ends with exit status 2. */
    static List<WiringMode> named(CommandSpec spec, String text) {
        var wanted = Stream.of(WiringMode.values())
                .filter(one -> text.equals("all") || text.equalsIgnoreCase(one.text()))
                .toList();
        if (wanted.isEmpty()) {
            var known = Stream.of(WiringMode.values()).map(WiringMode::text).collect(Collectors.joining(", "));
            throw new ParameterException(
                    spec.commandLine(), "--mode must be %s or all, but is %s".formatted(known, text));
        }
        return wanted;
    }
}
