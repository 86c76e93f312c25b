package io.github.terway4j.adapters.metrics;

import static io.github.terway4j.adapters.metrics.PrometheusMeter.word;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.in.Levels;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportLevels;
import io.github.terway4j.ports.in.ReportStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What stands at the moment in which somebody reads. */
public final class Gauges {
    /** Terway's name of a pool of shared ENIs, and its two kinds of addresses: of ENIs of the node, and of ENIs of pods. */
    private static final String SHARED = "eniip";

    static final String LOCAL = "LocalIP";
    static final String REMOTE = "RemoteIP";

    private Gauges() {}

    /** Of a node that serves: its levels, and whether it could serve a pod. */
    public static void ofNode(Page page, ReportLevels reporter, ReportStatus status) {
        Supplier<Levels> levels = reporter::levels;
        page.gauge(Metric.READY, gauge -> gauge.call(status.status() instanceof NodeStatus.Ready ? 1 : 0));
        page.gauge(Metric.LEASES, gauge -> gauge.call(levels.get().leases()));
        page.gauge(Metric.OPEN_CALLS, gauge -> gauge.call(levels.get().openCalls()));
        page.gauge(Metric.DEGRADATION, gauge -> {
            var level = levels.get().degradation();
            Arrays.stream(Degradation.values()).forEach(one -> gauge.call(one == level ? 1 : 0, word(one)));
        });
        page.gauge(
                Metric.WAITING,
                gauge -> levels.get().waiting().forEach(waiting -> gauge.call(waiting.pods(), word(waiting.pool()))));
        page.gauge(
                Metric.MOST_ENIS,
                gauge -> levels.get().most().forEach(most -> gauge.call(most.enis(), word(most.pool()))));
        page.gauge(
                Metric.MOST_ADDRESSES,
                gauge -> levels.get()
                        .most()
                        .forEach(most -> gauge.call((double) most.enis() * most.addressesPerEni(), word(most.pool()))));
        stock(page, levels);
        terways(page, levels);
    }

    /** Of loops that have given no sign of life for too long. */
    public static void ofLoops(Page page, IntSupplier stuck) {
        page.gauge(Metric.STUCK, gauge -> gauge.call(stuck.getAsInt()));
    }

    /** For how long the cluster has told nothing. */
    public static void ofCluster(Page page, Supplier<Duration> silence) {
        page.gauge(Metric.HEARD, gauge -> gauge.call(silence.get().toMillis() / 1000.0));
    }

    private static void stock(Page page, Supplier<Levels> levels) {
        page.gauge(
                Metric.ADDRESSES,
                gauge -> levels.get()
                        .addresses()
                        .forEach(some -> gauge.call(
                                some.count(), word(some.pool()), family(some.family()), word(some.standing()))));
        page.gauge(Metric.ENIS, gauge -> {
            var enis = levels.get().enis();
            for (var pool : EniWish.values()) {
                gauge.call(
                        (double) enis.stream().filter(eni -> eni.pool() == pool).count(), word(pool));
            }
        });
    }

    private static void terways(Page page, Supplier<Levels> levels) {
        page.gauge(Metric.POOL_TOTAL, gauge -> {
            var addresses = levels.get().addresses();
            for (var family : IpFamily.values()) {
                gauge.call(sum(addresses, family, false, _ -> true), LOCAL, family(family));
                gauge.call(sum(addresses, family, true, _ -> true), REMOTE, family(family));
            }
        });
        page.gauge(Metric.POOL_IDLE, gauge -> {
            var addresses = levels.get().addresses();
            for (var family : IpFamily.values()) {
                gauge.call(sum(addresses, family, false, standing -> !standing.isSomebodys()), LOCAL, family(family));
                gauge.call(sum(addresses, family, true, standing -> !standing.isSomebodys()), REMOTE, family(family));
            }
        });
        page.gauge(Metric.FACTORY_ENIS, gauge -> {
            var now = levels.get();
            var most = now.most().stream()
                    .filter(one -> one.pool() != EniWish.MEMBER)
                    .mapToInt(Levels.Most::enis)
                    .sum();
            var shared = now.enis().stream().filter(Gauges::isShared).count();
            gauge.call((double) shared, SHARED, String.valueOf(most));
        });
        page.gauge(Metric.FACTORY_ADDRESSES, gauge -> {
            var now = levels.get();
            now.enis().stream()
                    .filter(Gauges::isShared)
                    .forEach(eni -> gauge.call(
                            eni.ipv4(), SHARED, eni.eni().toString(), String.valueOf(perEni(now.most(), eni.pool()))));
        });
    }

    private static boolean isShared(Levels.StockedEni eni) {
        return eni.pool() != EniWish.MEMBER;
    }

    private static int perEni(List<Levels.Most> most, EniWish pool) {
        return most.stream()
                .filter(one -> one.pool() == pool)
                .mapToInt(Levels.Most::addressesPerEni)
                .sum();
    }

    private static int sum(
            List<Levels.Addresses> addresses, IpFamily family, boolean members, Predicate<Standing> standing) {
        return addresses.stream()
                .filter(some -> some.family() == family
                        && (some.pool() == EniWish.MEMBER) == members
                        && standing.test(some.standing()))
                .mapToInt(Levels.Addresses::count)
                .sum();
    }

    static String family(IpFamily family) {
        return switch (family) {
            case V4 -> "ipv4";
            case V6 -> "ipv6";
        };
    }
}
