package io.github.terway4j.simulator.cloud.catalogue;

import io.github.terway4j.domain.quota.InstanceLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What real instance types allow; the file beside this class says where each number comes from. */
public final class InstanceTypes {
    private static final String FILE = "instance-types.csv";

    private final TreeMap<String, InstanceLimits> limits;

    private InstanceTypes(Map<String, InstanceLimits> limits) {
        this.limits = new TreeMap<>(limits);
    }

    public static InstanceTypes known() {
        try (var in = InstanceTypes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            var limits = new TreeMap<String, InstanceLimits>();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(InstanceTypes::row)
                    .forEach(row -> limits.put(row.instanceType(), row));
            return new InstanceTypes(limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their names. */
    public List<InstanceLimits> all() {
        return List.copyOf(limits.values());
    }

    public InstanceLimits limits(String type) {
        var found = limits.get(type);
        if (found == null) {
            throw new IllegalArgumentException("no instance type %s; there are %s".formatted(type, limits.keySet()));
        }
        return found;
    }

    private static InstanceLimits row(String line) {
        var cells = List.of(line.split(",", -1));
        return new InstanceLimits(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Boolean.parseBoolean(cells.get(5)),
                Integer.parseInt(cells.get(6)));
    }
}
