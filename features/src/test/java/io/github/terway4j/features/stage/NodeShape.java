package io.github.terway4j.features.stage;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.quota.InstanceLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node before it is there.
 *
 * @param limits of its instance
 * @param keys of {@code eni_conf} that its operator writes
 * @param vSwitches the names of those that its ENIs for pods are born in, in this order; none for the one that the node
 *     itself is in
 * @param blocks of addresses that the cluster has allotted to it
 */
public record NodeShape(
        String name, InstanceLimits limits, Map<String, Object> keys, List<String> vSwitches, List<Cidr> blocks) {
    /** Of which the cluster has not said which addresses are its pods'. */
    public NodeShape(String name, InstanceLimits limits, Map<String, Object> keys, List<String> vSwitches) {
        this(name, limits, keys, vSwitches, List.of());
    }

    public NodeShape {
        keys = new TreeMap<>(keys);
        vSwitches = List.copyOf(vSwitches);
        blocks = List.copyOf(blocks);
    }

    /** Room for 30 pods; 2 to 5 addresses idle; IPv4; an address rests for half a minute. */
    public static NodeShape usual(String name) {
        return new NodeShape(name, limits(4, 4, 10), Map.of(), List.of())
                .keeping(2, 5)
                .resting(Duration.ofSeconds(30));
    }

    /** The same with so many ENIs for pods. */
    public NodeShape withRoom(int enis, int addressesPerEni) {
        return of(limits(enis + 1, enis + 1, addressesPerEni));
    }

    /** The same, where so many of these ENIs carry RDMA. */
    public NodeShape withRdma(int enis, int rdma, int addressesPerEni) {
        var plain = limits(enis + 1, enis + 1, addressesPerEni);
        return of(new InstanceLimits(
                        plain.instanceType() + "-rdma",
                        plain.enis(),
                        plain.totalEnis(),
                        plain.ipv4PerEni(),
                        plain.ipv6PerEni(),
                        plain.trunk(),
                        rdma))
                .with("enable_erdma", true);
    }

    public NodeShape of(InstanceLimits other) {
        return new NodeShape(name, other, keys, vSwitches, blocks);
    }

    /** So many addresses stand idle at least, and so many at most. */
    public NodeShape keeping(int least, int most) {
        return with("min_pool_size", (long) least).with("max_pool_size", (long) most);
    }

    public NodeShape dualStack() {
        return with("ip_stack", "dual");
    }

    /** Its pods get addresses of these, and not of ENIs. */
    public NodeShape withBlocks(List<Cidr> allotted) {
        return new NodeShape(name, limits, keys, vSwitches, allotted).with("daemon_mode", "VPC");
    }

    /** Its agent keeps the VPC's route to it. */
    public NodeShape keepingRoutes() {
        return with(Stage.ROUTE_TABLES, List.of());
    }

    public NodeShape resting(Duration rest) {
        return with("ip_cooldown", rest.toSeconds() + "s");
    }

    public NodeShape with(String key, Object value) {
        var more = new TreeMap<>(keys);
        more.put(key, value);
        return new NodeShape(name, limits, more, vSwitches, blocks);
    }

    public NodeShape in(List<String> others) {
        return new NodeShape(name, limits, keys, others, blocks);
    }

    /** As many IPv6 as IPv4 addresses, no trunk, no RDMA. */
    public static InstanceLimits limits(int enis, int totalEnis, int addressesPerEni) {
        return new InstanceLimits(
                "ecs.stage-%d-%d-%d.large".formatted(enis, totalEnis, addressesPerEni),
                enis,
                totalEnis,
                addressesPerEni,
                addressesPerEni,
                false,
                0);
    }
}
