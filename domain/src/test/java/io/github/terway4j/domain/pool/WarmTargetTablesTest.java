package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.IpFamily;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published tables of what a node holds for so many pods, played on a tiny cloud until it comes to rest. There, an ENI's
 * primary address is not counted, so that an ENI of four addresses has three.
 */
class WarmTargetTablesTest {
    /** A node as the table means it: {@code t3.small} has 3 ENIs of 3 addresses, {@code p3dn.24xlarge} 15 of 49. */
    private static PoolLimits node(String type) {
        return switch (type) {
            case "t3.small" -> new PoolLimits(3, 3, List.of(IpFamily.V4));
            case "p3dn.24xlarge" -> new PoolLimits(15, 49, List.of(IpFamily.V4));
            default -> throw new IllegalArgumentException(type);
        };
    }

    /**
     * Source: aws/amazon-vpc-cni-k8s, docs/eni-and-ip-target.md, "Some example cases". Where the page lists an ENI that
     * is not full before a full one, only how many each holds is compared.
     */
    @ParameterizedTest(name = "{0}: WARM_ENI_TARGET {1}, WARM_IP_TARGET {2}, MINIMUM_IP_TARGET {3}, {4} pods")
    @CsvSource(
            nullValues = "-",
            value = {
                // type, warm ENI, warm IP, minimum IP, pods | ENIs, secondary IPs, unused IPs, IPs per ENI
                "t3.small,      1, -,  -,  0,  1,   3,  3, '3'",
                "t3.small,      1, -,  -,  5,  3,   9,  4, '3,3,3'",
                "t3.small,      1, -,  -,  9,  3,   9,  0, '3,3,3'",
                "t3.small,      -, 1,  1,  0,  1,   1,  1, '1'",
                "t3.small,      -, 1,  1,  5,  2,   6,  1, '3,3'",
                "t3.small,      -, 1,  1,  9,  3,   9,  0, '3,3,3'",
                "t3.small,      -, 2,  5,  0,  2,   5,  5, '3,2'",
                "t3.small,      -, 2,  5,  5,  3,   7,  2, '3,3,1'",
                "t3.small,      -, 2,  5,  9,  3,   9,  0, '3,3,3'",
                "p3dn.24xlarge, 1, -,  -,  0,  1,  49, 49, '49'",
                "p3dn.24xlarge, 1, -,  -,  3,  2,  98, 95, '49,49'",
                "p3dn.24xlarge, 1, -,  -, 95,  3, 147, 52, '49,49,49'",
                "p3dn.24xlarge, -, 5, 10,  0,  1,  10, 10, '10'",
                "p3dn.24xlarge, -, 5, 10,  7,  1,  12,  5, '12'",
                "p3dn.24xlarge, -, 5, 10, 15,  1,  20,  5, '20'",
                "p3dn.24xlarge, -, 5, 10, 45,  2,  50,  5, '49,1'"
            })
    void addresses(
            String type,
            Integer warmEnis,
            Integer warm,
            Integer minimum,
            int pods,
            int enis,
            int ips,
            int unused,
            String perEni) {
        var target = warmEnis != null ? new WarmEnis(warmEnis) : new Floor(new Watermarks(warm, warm), minimum);
        var cloud = settled(target, node(type), pods);
        assertEquals(enis, cloud.holdings().size());
        assertEquals(ips, addresses(cloud));
        assertEquals(unused, ips - pods);
        assertEquals(
                perEni,
                cloud.holdings().stream()
                        .map(holding -> holding.eni().addresses().size())
                        .sorted(Comparator.reverseOrder())
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
    }

    /**
     * Source: aws/amazon-vpc-cni-k8s, docs/prefix-and-ip-target.md, "Examples". The page has the first row of the third
     * group as 1 prefix attached and 2 on the ENI: 2 is what its own note makes of a minimum of 20 addresses. Its rows for
     * {@code p3dn.24xlarge} with WARM_PREFIX_TARGET count ENIs on which no prefix lies; here, nobody holds these.
     */
    @ParameterizedTest(name = "{0}: WARM_PREFIX_TARGET {1}, WARM_IP_TARGET {2}, MINIMUM_IP_TARGET {3}, {4} pods")
    @CsvSource(
            nullValues = "-",
            value = {
                // type, warm prefixes, warm IP, minimum IP, pods | prefixes, prefixes per ENI, unused IPs
                "t3.small,      1, -,  -,  0, 1, '1',   16",
                "t3.small,      1, -,  -,  5, 2, '2',   27",
                "t3.small,      1, -,  -, 16, 2, '2',   16",
                "t3.small,      1, -,  -, 17, 3, '3',   31",
                "t3.small,      1, -,  -, 58, 5, '3,2', 22",
                "t3.small,      -, 1,  1,  0, 1, '1',   16",
                "t3.small,      -, 1,  1,  5, 1, '1',   11",
                "t3.small,      -, 1,  1, 17, 2, '2',   15",
                "t3.small,      -, 1,  1, 58, 4, '3,1',  6",
                "t3.small,      -, 7, 20,  0, 2, '2',   32",
                "t3.small,      -, 7, 20,  5, 2, '2',   27",
                "t3.small,      -, 7, 20, 17, 2, '2',   15",
                "t3.small,      -, 7, 20, 58, 5, '3,2', 22",
                "p3dn.24xlarge, 1, -,  -,  0, 1, '1',   16",
                "p3dn.24xlarge, 1, -,  -,  3, 2, '2',   29",
                "p3dn.24xlarge, 1, -,  -, 95, 7, '7',   17",
                "p3dn.24xlarge, -, 5, 10,  0, 1, '1',   16",
                "p3dn.24xlarge, -, 5, 10,  7, 1, '1',    9",
                "p3dn.24xlarge, -, 5, 10, 15, 2, '2',   17",
                "p3dn.24xlarge, -, 5, 10, 45, 4, '4',   19"
            })
    void prefixes(
            String type,
            Integer warmPrefixes,
            Integer warm,
            Integer minimum,
            int pods,
            int prefixes,
            String perEni,
            int unused) {
        var target =
                warmPrefixes != null ? new WarmPrefixes(warmPrefixes) : new Floor(new Watermarks(warm, warm), minimum);
        var cloud = settled(target, prefixNode(type), pods);
        var counts = cloud.holdings().stream()
                .map(holding -> holding.eni().prefixes().size())
                .toList();
        assertEquals(prefixes, counts.stream().mapToInt(Integer::intValue).sum());
        assertEquals(perEni, counts.stream().map(String::valueOf).collect(Collectors.joining(",")));
        assertEquals(unused, 16 * prefixes - pods);
    }

    /** The primary address counts here. */
    private static PoolLimits prefixNode(String type) {
        var node = node(type);
        return new PoolLimits(node.maxEnis(), node.addressesPerEni() + 1, node.families()).in(Portion.PREFIX);
    }

    /**
     * Terway's watermarks (daemon/config.go, daemon/builder.go, pkg/eni/manager.go): the pool keeps between
     * {@code min_pool_size} and {@code max_pool_size} idle addresses, as far as the node's capacity goes.
     */
    @ParameterizedTest(name = "min {0}, max {1}: {2} pods, then {3}")
    @CsvSource({
        // min, max, pods, later pods | addresses held, and later
        "0,  0,  0,  0,  0,  0",
        "0,  0, 12,  0, 12,  0",
        "5, 10,  0,  0,  5,  5",
        "5, 10,  3,  0,  8,  8",
        "5, 10, 30, 10, 35, 20",
        "5, 10, 30, 28, 35, 35",
        "0, 20, 15,  0, 15, 15",
        "20, 20, 15, 15, 35, 35",
        "5, 10, 38, 38, 40, 40"
    })
    void watermarks(int min, int max, int pods, int later, int held, int heldLater) {
        var limits = new PoolLimits(4, 10, List.of(IpFamily.V4));
        var target = new Watermarks(min, max);
        var cloud = settled(target, limits, pods);
        assertEquals(held, addresses(cloud));
        cloud.end(pods - later);
        settle(cloud, target, 0);
        assertEquals(heldLater, addresses(cloud));
    }

    /**
     * A burst: so many pods ask at once while the pool rests. Terway's controller asks for the pods and, besides, for what
     * the mark misses when the pods are counted once more (pkg/controller/multi-ip/node/pool.go, addIP), and gives the
     * surplus back later. Here a pod is counted once.
     */
    @ParameterizedTest(name = "min {0}, max {1}, {2} pods at once: {3} more, where Terway asks for {4}")
    @CsvSource({
        // min, max, pods at once | addresses bought, by Terway
        " 0,  0,  7,  7, 14",
        " 0, 10,  7,  7, 14",
        " 2, 10,  7,  7, 12",
        " 5, 10,  5,  5,  5",
        " 5, 10,  7,  7,  9",
        " 5, 10, 20, 20, 35",
        "10, 20, 20, 20, 30"
    })
    void bursts(int min, int max, int pods, int bought, int terways) {
        var limits = new PoolLimits(4, 10, List.of(IpFamily.V4));
        var target = new Watermarks(min, max);
        var cloud = settled(target, limits, 0);
        var before = cloud.bought;
        settle(cloud, target, pods);
        assertEquals(bought, cloud.bought - before);
        var unserved = Math.max(0, pods - min);
        var idle = Math.max(0, min - pods);
        assertEquals(terways, unserved + Math.max(0, min + unserved - idle), "by Terway's formula");
    }

    private static TinyCloud settled(WarmTarget target, PoolLimits limits, int pods) {
        var cloud = new TinyCloud(limits, true, List.of());
        settle(cloud, target, 0);
        settle(cloud, target, pods);
        return cloud;
    }

    private static void settle(TinyCloud cloud, WarmTarget target, int pods) {
        var waiting = pods;
        for (int pass = 0; pass < 100; pass++) {
            waiting = cloud.serve(waiting);
            var plan = cloud.plan(target, waiting);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                assertEquals(0, waiting);
                return;
            }
        }
        throw new AssertionError("no rest: " + cloud.holdings());
    }

    private static int addresses(TinyCloud cloud) {
        return cloud.holdings().stream()
                .mapToInt(holding -> holding.eni().addresses().size())
                .sum();
    }
}
