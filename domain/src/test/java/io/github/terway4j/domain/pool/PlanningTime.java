package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long a pass takes to look and to plan on a large node: 15 ENIs of 50 addresses, 400 of them held. Not a test: run
 * it by hand, with the virtual machine's options that the agent has.
 */
final class PlanningTime {
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final PoolLimits LIMITS = new PoolLimits(15, 50, List.of(IpFamily.V4));
    private static final int PODS = 400;
    private static final int ROUNDS = 20_000;

    private PlanningTime() {}

    public static void main(String[] args) {
        var enis = IntStream.rangeClosed(1, 15)
                .mapToObj(number -> Enis.eni(number, EniStatus.IN_USE, 50, 0))
                .toList();
        var book = new LeaseBook();
        enis.forEach(eni -> book.stock(eni.id(), eni.addresses()));
        var desk = new LeaseDesk(LIMITS.families(), new Cooldown(Duration.ZERO), EniSelection.MOST_IPS);
        IntStream.range(0, PODS).forEach(pod -> ask(desk, book, "pod-" + pod));
        var view = view(enis, book, 0);
        measure("stock what is in stock", () -> {
            enis.forEach(eni -> book.stock(eni.id(), eni.addresses()));
            return book;
        });
        measure("look", () -> view(enis, book, 0));
        measure("plan nothing", () -> plan(new Watermarks(0, 400), view));
        measure("plan to give back", () -> plan(new Watermarks(0, 10), view));
        measure("plan to fetch", () -> plan(new Watermarks(360, 400), view));
        measure("look and plan nothing", () -> plan(new Watermarks(0, 400), view(enis, book, 0)));
        measure("give an address and take it back", () -> {
            ask(desk, book, "one-more");
            return book.takeBack(key("one-more"), NOON);
        });
    }

    private static PoolPlan plan(WarmTarget target, PoolView view) {
        return PoolPlanner.plan(target, LIMITS, view, NOON);
    }

    private static PoolView view(List<Eni> enis, LeaseBook book, int starving) {
        var holdings = enis.stream().map(eni -> Holding.of(eni, book)).toList();
        return new PoolView(holdings, new Birthplaces(List.of(Enis.VSWITCH), List.of()), starving, PoolHealth.GOOD);
    }

    private static void ask(LeaseDesk desk, LeaseBook book, String pod) {
        desk.ask(book, key(pod), new PodRef("default", pod), NOON);
    }

    private static AttachmentKey key(String pod) {
        return new AttachmentKey(pod, new LinkName("eth0"));
    }

    private static void measure(String what, Supplier<Object> work) {
        var blackHole = 0;
        for (int i = 0; i < ROUNDS; i++) {
            blackHole += System.identityHashCode(work.get()) & 1;
        }
        var best = Long.MAX_VALUE;
        for (int batch = 0; batch < 20; batch++) {
            var begun = System.nanoTime();
            for (int i = 0; i < ROUNDS / 20; i++) {
                blackHole += System.identityHashCode(work.get()) & 1;
            }
            best = Math.min(best, (System.nanoTime() - begun) / (ROUNDS / 20));
        }
        System.out.printf("%-34s %6.1f µs%s%n", what, best / 1000.0, blackHole < 0 ? "!" : "");
    }
}
