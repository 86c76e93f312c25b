package io.github.terway4j.app.bench;

import io.github.terway4j.app.bench.LeastRequests.Term;
import io.github.terway4j.app.fleet.Admission;
import io.github.terway4j.app.fleet.FleetPlan;
import io.github.terway4j.domain.quota.CloudApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Cilium's AllocDelay benchmark ({@code BenchmarkAllocDelay20Worker…} in its {@code pkg/ipam}), for this product: each
 * request takes 20 ms, the cloud takes 100 a second and 4 at once from all nodes together, and each node, without an ENI
 * for pods to begin with, wants 10 addresses at least and one idle. An attached ENI has arrived when the request is
 * answered.
 */
final class AllocScene {
    static final int ADDRESSES = 10;
    static final Duration REQUEST = Duration.ofMillis(20);
    static final Admission ADMISSION = new Admission(100, 4);

    private static final String TYPE = "ecs.g7.xlarge";
    private static final Map<String, Object> CONFIGURATION = Map.of(
            "ip_stack", "ipv4", "min_pool_size", 1L, "max_pool_size", (long) ADDRESSES, "minimum_ip_target", (long)
                    ADDRESSES);

    /** What a node has to ask, in the order in which one thing follows from another. */
    private static final List<LeastRequests> CHAIN = List.of(
            new LeastRequests(List.of(
                    new Term(1, CloudApi.DESCRIBE_NETWORK_INTERFACES, "what the machine has: it takes places"),
                    new Term(
                            1,
                            CloudApi.DESCRIBE_NETWORK_INTERFACES,
                            "what an earlier agent made for it and did not attach: known by its mark alone"),
                    new Term(1, CloudApi.DESCRIBE_V_SWITCHES, "where addresses are free, and who the gateway is"))),
            new LeastRequests(List.of(
                    new Term(1, CloudApi.CREATE_NETWORK_INTERFACE, "with all ten addresses: one call gives ten"))),
            new LeastRequests(List.of(new Term(1, CloudApi.ATTACH_NETWORK_INTERFACE, "to the machine"))),
            new LeastRequests(List.of(
                    new Term(1, CloudApi.DESCRIBE_NETWORK_INTERFACES, "whether it has arrived, with its addresses"))));

    private AllocScene() {}

    static FleetPlan plan(long seed, int nodes, boolean waiting) {
        return new FleetPlan(seed, nodes, TYPE, CONFIGURATION, REQUEST, ADMISSION, waiting, Duration.ZERO);
    }

    /** Of each node. */
    static LeastRequests least() {
        return CHAIN.stream().reduce(new LeastRequests(List.of()), LeastRequests::and);
    }

    /**
     * No sooner can so many nodes be ready: one of them has a chain of requests to go through, and the last request of
     * all is answered 20 ms after the door has let it in.
     */
    static Duration bound(int nodes) {
        var chain = REQUEST.multipliedBy(CHAIN.size());
        var door = ADMISSION.until(nodes * least().all()).plus(REQUEST);
        return chain.compareTo(door) > 0 ? chain : door;
    }

    static String boundInWords() {
        return """
                Each node at least:
                %s
                The bound: (%d requests a node - %d) / %d a second + %d ms for the last; for one node %d x %d ms, since \
                one thing follows from another.""".formatted(
                        least().words(),
                        least().all(),
                        ADMISSION.burst(),
                        ADMISSION.perSecond(),
                        REQUEST.toMillis(),
                        CHAIN.size(),
                        REQUEST.toMillis());
    }
}
