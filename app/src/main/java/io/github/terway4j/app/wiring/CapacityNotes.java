package io.github.terway4j.app.wiring;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many pods a node can give an address to, as annotations of the node by Terway's names. */
public final class CapacityNotes {
    private static final String USUAL = "k8s.aliyun.com/max-available-ip";
    private static final String MEMBERS = "k8s.aliyun.com/max-member-eni-ip";
    private static final String RDMA = "k8s.aliyun.com/max-erdma-ip";

    private CapacityNotes() {}

    /** None where the addresses are a block of the cluster's, which is there for all to read. */
    public static SortedMap<String, String> of(NodeConfig config, NodeFacts facts) {
        var capacity = new Capacity(facts.limits(), config.eni().cap());
        var notes = new TreeMap<String, String>();
        switch (config.mode()) {
            case ENI_MULTI_IP -> {
                var flavor =
                        capacity.flavor(config.eni().trunking(), config.eni().erdma());
                var rdma = Math.multiplyExact(flavor.rdma(), facts.limits().ipv4PerEni());
                var all = config.eni().prefixes().enabled() ? capacity.prefixPods() : capacity.sharedPods();
                notes.put(USUAL, String.valueOf(Math.max(0, all - rdma)));
                if (flavor.rdma() > 0) {
                    notes.put(RDMA, String.valueOf(rdma));
                }
                if (flavor.trunk()) {
                    notes.put(MEMBERS, String.valueOf(capacity.memberPods()));
                }
            }
            case ENI_ONLY -> notes.put(USUAL, String.valueOf(capacity.exclusivePods()));
            case VPC -> {}
        }
        return Collections.unmodifiableSortedMap(notes);
    }
}
