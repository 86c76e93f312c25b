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
        var limits = new InstanceLimits(
                cells.get(0),
                number(cells, 3),
                number(cells, 4),
                number(cells, 5),
                number(cells, 6),
                truth(cells, 7),
                number(cells, 8));
        var queues = new EniQueues(
                number(cells, 9), number(cells, 10), number(cells, 11), number(cells, 12), number(cells, 13));
        var throughput = Throughput.both(number(cells, 14), number(cells, 15));
        return new InstanceType(
                limits, number(cells, 1), number(cells, 2), queues, throughput, number(cells, 16), truth(cells, 17));
    }

    private static int number(List<String> cells, int place) {
        return Integer.parseInt(cells.get(place));
    }

    private static boolean truth(List<String> cells, int place) {
        return Boolean.parseBoolean(cells.get(place));
    }
}
