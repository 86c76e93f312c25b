package io.github.terway4j.simulator.cloud.catalogue;

import io.github.terway4j.domain.quota.InstanceLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What real instance types allow; the file beside this class says where each number comes from. */
public final class InstanceTypes {
    private static final String FILE = "instance-types.csv";

    private final TreeMap<String, InstanceType> types;

    private InstanceTypes(Map<String, InstanceType> types) {
        this.types = new TreeMap<>(types);
    }

    public static InstanceTypes known() {
        try (var in = InstanceTypes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            var types = new TreeMap<String, InstanceType>();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(InstanceTypes::row)
                    .forEach(row -> types.put(row.name(), row));
            return new InstanceTypes(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their names. */
    public List<InstanceType> all() {
        return List.copyOf(types.values());
    }

    public Optional<InstanceType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The one of that name, which must be there. */
    public InstanceType type(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no instance type %s; there are %s".formatted(name, types.keySet())));
    }

    public InstanceLimits limits(String name) {
        return type(name).limits();
    }

    private static InstanceType row(String line) {
        var cells = List.of(line.split(",", -1));
        return InstanceType.of(new InstanceLimits(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Boolean.parseBoolean(cells.get(5)),
                Integer.parseInt(cells.get(6))));
    }
}
