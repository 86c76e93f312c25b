package io.github.terway4j.adapters.cni;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of a call. Of one that comes twice the first counts, as for a C program. */
public final class Environment {
    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    static Environment of(Map<String, String> variables) {
        return new Environment(new LinkedHashMap<>(variables));
    }

    /** Reads {@code NAME=value}, each ended by a NUL. */
    static Environment read(byte[] block) {
        var variables = new LinkedHashMap<String, String>();
        for (var variable : new String(block, StandardCharsets.UTF_8).split("\0", -1)) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.putIfAbsent(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return new Environment(variables);
    }

    byte[] block() {
        var block = new StringBuilder();
        variables.forEach(
                (name, value) -> block.append(name).append('=').append(value).append('\0'));
        return block.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value, if it is set to anything. */
    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name, Command command) {
        return get(name)
                .orElseThrow(() -> new Refused(
                        CniError.invalidEnvironment(name + " is missing", "the command " + command + " needs it")));
    }
}
