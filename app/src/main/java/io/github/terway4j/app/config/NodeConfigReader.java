package io.github.terway4j.app.config;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Map;

/**
 * Reads the keys of Terway's {@code eni_conf}, with Terway's defaults.
 *
 * <p>We differ where Terway shrugs: it takes 120 seconds for an {@code ip_pool_sync_period} that it cannot read, and a
 * random choice for a {@code vswitch_selection_policy} that it does not know. Here a bad value is refused, and the node
 * says so before it serves a pod by rules that nobody wrote.
 */
public final class NodeConfigReader {
    private NodeConfigReader() {}

    /** Reads what {@code Json.readObject} made of the text. */
    public static ConfigReading read(Map<String, Object> plainJson) {
        var keys = new KeyReader(plainJson);
        var config = config(keys);
        ModeKeys.check(keys, config);
        WiringKeys.check(keys, config);
        FormerKeys.warn(keys);
        UnknownKeys.warn(keys);
        return keys.problems().isEmpty()
                ? new ConfigReading.Accepted(config, keys.warnings())
                : new ConfigReading.Refused(keys.problems());
    }

    static NodeConfig config(KeyReader keys) {
        keys.read("version", Shapes.text(), "");
        keys.read("prefix", Shapes.text(), "");
        return new NodeConfig(
                PoolKeys.read(keys),
                EniKeys.read(keys),
                VSwitchKeys.read(keys),
                ModeKeys.families(keys),
                keys.read("service_cidr", ServiceCidrs.SHAPE, List.of()),
                extraRoutes(keys),
                CloudKeys.read(keys),
                ClusterKeys.read(keys),
                ModeKeys.mode(keys),
                ModeKeys.routeTables(keys),
                WiringKeys.read(keys));
    }

    private static List<Cidr> extraRoutes(KeyReader keys) {
        var block = Shapes.text(Cidr::parse, "a block");
        var route = Composites.record("{\"dst\": block}", fields -> fields.need("dst", block, Cidr.any(IpFamily.V4)));
        return keys.read("extra_routes", Composites.list(route), List.of());
    }
}
