package io.github.terway4j.app.bench;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pool.Holding;
import io.github.terway4j.domain.pool.PoolHealth;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolPlanner;
import io.github.terway4j.domain.pool.PoolView;
import io.github.terway4j.domain.pool.Watermarks;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** A pass's own work on a large node that is as it should be: look into the book, and find that nothing is to be done. */
final class PlanningBench {
    private static final int ENIS = 15;
    private static final int ADDRESSES = 50;
    private static final int PODS = 400;
    private static final int ROUNDS = 20_000;

    /** Of the time on a core: what others do on the machine meanwhile is none of it. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PoolLimits LIMITS = new PoolLimits(ENIS, ADDRESSES, List.of(IpFamily.V4));
    private static final Watermarks MARKS = new Watermarks(10, 400);
    private static final VSwitch VSWITCH = new VSwitch(
            new VSwitchId("vsw-1"), new Zone("cn-hangzhou-h"), DualStack.v4(Cidr.parse("10.0.0.0/16")), 1_000);

    private final List<Eni> enis =
            IntStream.range(0, ENIS).mapToObj(PlanningBench::eni).toList();
    private final LeaseBook book = new LeaseBook();
    private int seen;

    private PlanningBench() {
        enis.forEach(eni -> book.stock(eni.id(), eni.addresses()));
        var desk = new LeaseDesk(LIMITS.families(), new Cooldown(Duration.ZERO), EniSelection.MOST_IPS);
        for (int pod = 0; pod < PODS; pod++) {
            var key = new AttachmentKey("pod-" + pod, new LinkName("eth0"));
            desk.ask(book, key, new PodRef("default", "pod-" + pod), NOW);
        }
    }

    private static Eni eni(int number) {
        var first = Ip.parse("10.0.%d.1".formatted(number));
        return new Eni(
                new EniId("eni-%02d".formatted(number)),
                Mac.local(number),
                EniKind.SECONDARY,
                EniStatus.IN_USE,
                VSWITCH.id(),
                IntStream.range(0, ADDRESSES).mapToObj(first::plus).toList());
    }

    static PlanningMeasure measure() {
        var bench = new PlanningBench();
        var planning = new Sample();
        var floor = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            // The first half is not counted: the code is compiled as it runs. Both take turns on the same machine.
            var counted = round >= ROUNDS / 2;
            bench.time(counted ? planning : new Sample(), bench::plan);
            bench.time(counted ? floor : new Sample(), bench::walk);
        }
        if (bench.seen != ROUNDS * ENIS * ADDRESSES) {
            throw new IllegalStateException("%d addresses walked over".formatted(bench.seen));
        }
        return new PlanningMeasure(ENIS, ADDRESSES, PODS, planning, floor);
    }

    private void time(Sample sample, IntSupplier work) {
        var begun = CLOCK.getCurrentThreadCpuTime();
        seen += work.getAsInt();
        sample.add(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - begun));
    }

    /** Says how many calls it has planned: none. */
    private int plan() {
        var holdings = enis.stream().map(eni -> Holding.of(eni, book)).toList();
        var view = new PoolView(holdings, new Birthplaces(List.of(VSWITCH), List.of()), 0, PoolHealth.GOOD);
        return PoolPlanner.plan(MARKS, LIMITS, view, NOW).actions().size();
    }

    private int walk() {
        var walked = 0;
        for (var eni : enis) {
            for (var ip : eni.addresses()) {
                if (ip.family() == IpFamily.V4) {
                    walked++;
                }
            }
        }
        return walked;
    }
}
