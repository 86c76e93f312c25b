package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.pool.Holding;
import io.github.terway4j.domain.pool.PoolPhase;
import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.domain.pool.PoolPlanner;
import io.github.terway4j.domain.pool.PoolView;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.domain.pool.Supply;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts what the cloud and the book say beside what the operator wants, and has the next steps planned from that. */
public final class PoolSurveyor {
    private final Node node;
    private final NodeBook book;
    private final VSwitchShelf vSwitches;
    private final PoolMemory memory;
    private final Cooldown cooldown;
    private final DegradationSwitch degradation;
    private final Tasks tasks;
    private final RandomGenerator random;

    public PoolSurveyor(
            Node node,
            NodeBook book,
            VSwitchShelf vSwitches,
            PoolMemory memory,
            Cooldown cooldown,
            DegradationSwitch degradation,
            Tasks tasks,
            RandomGenerator random) {
        this.node = node;
        this.book = book;
        this.vSwitches = vSwitches;
        this.memory = memory;
        this.cooldown = cooldown;
        this.degradation = degradation;
        this.tasks = tasks;
        this.random = random;
    }

    PoolPlan plan(int starving, List<Eni> enis) {
        var now = tasks.instant();
        memory.saw(enis);
        var view = view(starving, enis, now);
        var used = book.ask(LeaseBook::lastUse);
        var phase = memory.phase()
                .orElseGet(() -> PoolPhase.begin(node.rules(), view, now))
                .next(node.rules(), node.limits(), Supply.of(view, node.limits()), used, now, random);
        memory.entered(phase);
        var plan = PoolPlanner.plan(phase.target(node.rules()), node.limits(), view, now)
                .and(memory.renewals(enis, now));
        return degradation.level().allowed(plan, starving);
    }

    private PoolView view(int starving, List<Eni> enis, Instant now) {
        var holdings = book.ask(leases -> {
            leases.wake(cooldown, now);
            leases.onlyThese(enis.stream().map(Eni::id).toList());
            return enis.stream().map(eni -> Holding.of(eni, leases)).toList();
        });
        return new PoolView(holdings, vSwitches.birthplaces(now), starving, memory.health());
    }

    /** How long the pool may be left alone when nothing asks for it. */
    Duration untilNext() {
        return memory.phase()
                .map(phase -> phase.atMost(node.syncPeriod(), tasks.instant()))
                .orElse(node.syncPeriod());
    }

    /** Whether it is another one than was told last. */
    boolean isNews(Optional<Shortfall> shortfall) {
        return memory.isNews(shortfall);
    }

    /** Whom the shortfall concerns. */
    Fault fault(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.Degraded _ -> new Fault.Configuration(shortfall.words());
            case Shortfall.NodeFull _ -> new Fault.Capacity(shortfall.words());
            // That we could not read of any vSwitch does not mean that there is none.
            case Shortfall.Refused refused -> refused.why().withWords(shortfall.words());
            case Shortfall.NoVSwitch _ -> vSwitches.unread().orElseGet(() -> new Fault.Capacity(shortfall.words()));
        };
    }
}
