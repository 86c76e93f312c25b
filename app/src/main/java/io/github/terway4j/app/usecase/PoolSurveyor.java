package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.pool.Belonging;
import io.github.terway4j.domain.pool.Holding;
import io.github.terway4j.domain.pool.Journeys;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolPhase;
import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.domain.pool.PoolPlanner;
import io.github.terway4j.domain.pool.PoolView;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.domain.pool.Supply;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Puts what the cloud and the book say beside what the operator wants, and has the next steps planned from that. */
public final class PoolSurveyor {
    private static final Logger LOG = System.getLogger(PoolSurveyor.class.getName());

    private final Node node;
    private final NodeBook book;
    private final VSwitchShelf vSwitches;
    private final PoolMemory memory;
    private final Cooldown cooldown;
    private final DegradationSwitch degradation;
    private final PoolOutlook outlook;
    private final Tasks tasks;
    private final RandomGenerator random;

    public PoolSurveyor(
            Node node,
            NodeBook book,
            VSwitchShelf vSwitches,
            PoolMemory memory,
            Cooldown cooldown,
            DegradationSwitch degradation,
            PoolOutlook outlook,
            Tasks tasks,
            RandomGenerator random) {
        this.node = node;
        this.book = book;
        this.vSwitches = vSwitches;
        this.memory = memory;
        this.cooldown = cooldown;
        this.degradation = degradation;
        this.outlook = outlook;
        this.tasks = tasks;
        this.random = random;
    }

    /** @param deviceless those in use without a device */
    Survey plan(EnisSeen seen, List<EniId> deviceless) {
        var now = tasks.instant();
        var enis = seen.ours();
        var limits = node.limitsBeside(seen.taken()).besideMembers(seen.otherMembers());
        var journeys = memory.saw(enis, deviceless, now);
        tellOfOthers(seen.others());
        var birthplaces = vSwitches.birthplaces(now);
        // At one moment: pods that have just been served, counted among those that wait, would be served twice.
        return book.ask(leases -> {
            leases.wake(cooldown, now);
            var lost = leases.onlyThese(enis.stream().map(Eni::id).toList());
            var holdings = enis.stream()
                    .map(eni -> Holding.of(eni, leases).withLost(journeys.isLost(eni.id(), now)))
                    .toList();
            var queue = book.queue();
            var view = new PoolView(holdings, birthplaces, queue.starving(), memory.health());
            outlook.saw(view, limits, degradation.level(), now);
            var stuck = journeys.stuck(now);
            var underWay = journeys.legs().size() > stuck.size();
            var plan = plan(view, limits, leases.lastUse(), now).and(memory.renewals(now));
            return new Survey(degradation.level().allowed(plan, queue.waiting()), queue, underWay, stuck, lost);
        });
    }

    private PoolPlan plan(PoolView view, PoolLimits limits, Instant used, Instant now) {
        var phase = memory.phase()
                .orElseGet(() -> PoolPhase.begin(node.rules(), view, now))
                .next(node.rules(), limits, Supply.of(view, limits), used, now, random);
        memory.entered(phase);
        return PoolPlanner.plan(phase.target(node.rules()), limits, view, now);
    }

    /**
     * A plan, and for whom.
     *
     * @param queue who waited when it was made
     * @param underWay whether something is coming or going that may help
     * @param stuck what should long have come or gone
     * @param lost what was kept on ENIs that are gone
     */
    record Survey(
            PoolPlan plan, NodeBook.Queue queue, boolean underWay, List<Journeys.Leg> stuck, List<Reservation> lost) {}

    private void tellOfOthers(List<Eni> others) {
        var why = new TreeMap<EniId, Belonging>();
        others.forEach(eni -> why.put(eni.id(), node.claim().of(eni)));
        memory.news(why)
                .forEach((eni, belonging) ->
                        LOG.log(Level.INFO, "{0} is attached, but left alone: {1}", eni, belonging.words()));
    }

    /** Why there is no trunk though the operator wants one, unless that was told already. */
    Optional<String> trunkNews(EnisSeen seen) {
        var enis = seen.ours();
        var missing = node.limits().trunk() && enis.stream().noneMatch(eni -> eni.kind() == EniKind.TRUNK);
        var crowded = missing
                && seen.ofTheInstance() >= node.limitsBeside(seen.taken()).allEnis();
        return memory.isTrunkNews(crowded)
                ? Optional.of("enable_eni_trunking is true, but each of the %d places for an ENI is taken; the trunk is"
                                .formatted(seen.ofTheInstance())
                        + " made when an ENI is empty and can go")
                : Optional.empty();
    }

    /** Whom the shortfall concerns. */
    Fault fault(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.Degraded _ -> new Fault.Configuration(shortfall.words());
            case Shortfall.Unfilled unfilled ->
                unfilled.dry().isEmpty() ? new Fault.Outside(shortfall.words()) : new Fault.Capacity(shortfall.words());
            case Shortfall.NodeFull _, Shortfall.RdmaFull _, Shortfall.MembersFull _, Shortfall.WholeFull _ ->
                new Fault.Capacity(shortfall.words());
            case Shortfall.NoTrunk _ -> new Fault.Outside(shortfall.words());
            // That we could not read of any vSwitch does not mean that there is none.
            case Shortfall.Refused refused -> refused.why().withWords(shortfall.words());
            case Shortfall.NoVSwitch _ -> vSwitches.unread().orElseGet(() -> new Fault.Capacity(shortfall.words()));
        };
    }
}
