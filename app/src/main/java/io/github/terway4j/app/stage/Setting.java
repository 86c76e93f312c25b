package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How large a stage is, how its agents are configured, and how they reach its cloud.
 *
 * @param ready addresses that each node keeps ready
 * @param idle how many it keeps at most, beside those that pods have
 * @param cooldown how long returned addresses rest
 * @param mode where pods' addresses come from
 * @param virtualType how they meet an ENI that they share
 * @param members how they are told apart behind the trunk, where each asks for an ENI there
 */
public record Setting(
        int nodes,
        int podsPerNode,
        int ready,
        int idle,
        Duration cooldown,
        CloudAccess cloud,
        DaemonMode mode,
        VirtualType virtualType,
        Optional<VlanStripType> members) {
    private static final int LARGEST_ENI = 50;

    public Setting {
        if (nodes < 1 || podsPerNode < 1 || ready < 0 || idle < ready) {
            throw new IllegalArgumentException(
                    "a stage needs nodes and pods, and keeps no fewer than are ready, but got %d, %d, %d and %d"
                            .formatted(nodes, podsPerNode, idle, ready));
        }
    }

    /** With a cloud that is a port in memory. */
    public Setting(int nodes, int podsPerNode, int ready, Duration cooldown) {
        this(nodes, podsPerNode, ready, cooldown, CloudAccess.MEMORY);
    }

    /** With pods on shared ENIs, and nodes that keep what all of their pods have had. */
    public Setting(int nodes, int podsPerNode, int ready, Duration cooldown, CloudAccess cloud) {
        this(
                nodes,
                podsPerNode,
                ready,
                Math.max(ready, podsPerNode),
                cooldown,
                cloud,
                DaemonMode.ENI_MULTI_IP,
                VirtualType.VETH,
                Optional.empty());
    }

    /** With nodes that keep no more than so many beside those that pods have. */
    public Setting keeping(int most) {
        return new Setting(nodes, podsPerNode, ready, most, cooldown, cloud, mode, virtualType, members);
    }

    public Setting in(DaemonMode other) {
        return new Setting(nodes, podsPerNode, ready, idle, cooldown, cloud, other, virtualType, members);
    }

    public Setting in(WiringMode other) {
        return new Setting(
                nodes,
                podsPerNode,
                ready,
                idle,
                cooldown,
                cloud,
                other.daemonMode(),
                other.virtualType(),
                other.members());
    }

    /** The smallest real instance type that holds so many dual-stack pods; beyond the largest, one that nobody sells. */
    InstanceLimits instance() {
        return InstanceTypes.known().all().stream()
                .map(InstanceType::limits)
                .filter(type -> isDualStack(Capacity.of(type)) && pods(Capacity.of(type)) >= podsPerNode)
                .min(Comparator.comparingInt((InstanceLimits type) -> pods(Capacity.of(type)))
                        .thenComparing(InstanceLimits::instanceType))
                .orElseGet(this::nobodySells);
    }

    private int pods(Capacity capacity) {
        if (members.isPresent()) {
            return capacity.memberPods();
        }
        return mode == DaemonMode.ENI_ONLY ? capacity.exclusivePods() : capacity.sharedPods();
    }

    private boolean isDualStack(Capacity capacity) {
        return mode == DaemonMode.ENI_ONLY ? capacity.dualStackExclusive() : capacity.dualStackShared();
    }

    private InstanceLimits nobodySells() {
        if (members.isPresent()) {
            return new InstanceLimits("not-for-sale.trunk", 2, 2 + podsPerNode, LARGEST_ENI, LARGEST_ENI, true, 0);
        }
        var enis = (mode == DaemonMode.ENI_ONLY ? podsPerNode : Math.ceilDiv(podsPerNode, LARGEST_ENI)) + 1;
        return new InstanceLimits(
                "not-for-sale." + enis + "x" + LARGEST_ENI, enis, enis, LARGEST_ENI, LARGEST_ENI, false, 0);
    }

    /** What an operator would write into {@code eni_conf}. */
    Map<String, Object> configuration() {
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("version", "1");
        configuration.put("ip_stack", "dual");
        configuration.put("daemon_mode", mode.text());
        if (mode == DaemonMode.ENI_MULTI_IP) {
            configuration.put("eniip_virtual_type", virtualType.text());
        }
        configuration.put("service_cidr", "10.96.0.0/12,fd00:96::/112");
        members.ifPresent(type -> {
            configuration.put("enable_eni_trunking", true);
            configuration.put("vlan_strip_type", type.text());
        });
        var pool = members.isPresent() ? "member_%s_pool_size" : "%s_pool_size";
        configuration.put(pool.formatted("min"), (long) ready);
        configuration.put(pool.formatted("max"), (long) idle);
        configuration.put("ip_cooldown", cooldown.toSeconds() + "s");
        return configuration;
    }

    String configurationText() {
        return Json.write(configuration());
    }
}
