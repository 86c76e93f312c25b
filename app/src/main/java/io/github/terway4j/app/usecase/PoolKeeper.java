package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.ReconcilePool;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the pool between its marks: looks at what the cloud says we hold, plans, and does what the plan says. Nothing is
 * tried twice in one pass; the next looks again.
 */
public final class PoolKeeper implements ReconcilePool {
    /** How long an ENI on its way is left alone before we look whether it has arrived. */
    private static final Duration IN_BETWEEN = Duration.ofSeconds(1);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final CloudNetwork cloud;
    private final Node node;
    private final NodeBook book;
    private final EniPreparer preparer;
    private final PoolSurveyor surveyor;
    private final PoolCrew crew;
    private final PoolMemory memory;
    private final Chronicle chronicle;
    private final Tasks tasks;

    public PoolKeeper(
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            EniPreparer preparer,
            PoolSurveyor surveyor,
            PoolCrew crew,
            PoolMemory memory,
            Chronicle chronicle,
            Tasks tasks) {
        this.cloud = cloud;
        this.node = node;
        this.book = book;
        this.preparer = preparer;
        this.surveyor = surveyor;
        this.crew = crew;
        this.memory = memory;
        this.chronicle = chronicle;
        this.tasks = tasks;
    }

    /** Goes on for ever: a pass when somebody wants something, or when it is time. */
    public void run() {
        while (true) {
            var seen = book.wanted.count();
            var rest = pass();
            book.wanted.awaitBeyond(seen, tasks.instant().plus(rest));
        }
    }

    @Override
    public Duration pass() {
        var queue = book.queue();
        return switch (cloud.at(urgency(queue)).enisOf(node.facts().instance())) {
            case CloudOutcome.Done<List<Eni>>(var enis) -> reconcile(EnisSeen.of(believed(enis), node.claim()));
            // Nobody waits for the look, and what is in stock is given out all the same.
            case CloudOutcome.Throttled<List<Eni>>(var length) when queue.waiting() == 0 -> length;
            case CloudOutcome<List<Eni>> failed -> {
                book.looked(
                        Optional.of(new Fault.Outside("the cloud did not say which ENIs are ours: " + failed.words())));
                yield failed instanceof CloudOutcome.Throttled<List<Eni>>(var length) ? length : AFTER_TROUBLE;
            }
        };
    }

    private List<Eni> believed(List<Eni> enis) {
        return enis.stream()
                .map(eni -> memory.partings().believed(eni, tasks.instant()))
                .toList();
    }

    private Duration reconcile(EnisSeen enis) {
        var lacking = preparer.prepare(enis);
        // What is in stock now is not kept from those who wait by what is yet to be fetched.
        book.surveyed();
        var survey = surveyor.plan(enis);
        var plan = survey.plan();
        var queue = survey.queue();
        book.change(leases -> leases.mark(plan.marks()));
        var shift = crew.carryOut(plan, queue);
        var shortfall = plan.shortfall().map(surveyor::fault);
        if (surveyor.isNews(plan.shortfall())) {
            shortfall.ifPresent(fault -> chronicle.node(EventReason.ALLOC_IP_FAILED, fault.words()));
        }
        surveyor.trunkNews(enis).ifPresent(words -> chronicle.node(EventReason.CONFIG_CHECK, words));
        var found = shift.trouble().stream().findFirst().or(() -> lacking).or(() -> shortfall);
        var coming =
                plan.goesOn() || lacking.isPresent() || enis.ours().stream().anyMatch(PoolKeeper::inBetween);
        if (coming || shortfall.isEmpty()) {
            book.looked(found);
            return rest(shift, coming);
        }
        return shortOf(shortfall.get(), queue);
    }

    /** Nothing can be done; if that is for want of something, whoever waits need not wait on. */
    private Duration shortOf(Fault shortfall, NodeBook.Queue queue) {
        if (shortfall instanceof Fault.Capacity) {
            book.lookedInVain(queue, shortfall);
            return surveyor.untilNext();
        }
        book.looked(Optional.of(shortfall));
        return AFTER_TROUBLE;
    }

    private Duration rest(Shift shift, boolean coming) {
        if (shift.interrupted()) {
            return Duration.ZERO;
        }
        return shift.patience().orElseGet(() -> undisturbed(shift.trouble(), coming));
    }

    private Duration undisturbed(List<Fault> trouble, boolean coming) {
        if (!trouble.isEmpty()) {
            return AFTER_TROUBLE;
        }
        return coming ? IN_BETWEEN : surveyor.untilNext();
    }

    /** Of looking: nobody waits for what the pool does for its marks. */
    private static Urgency urgency(NodeBook.Queue queue) {
        return queue.waiting() > 0 ? Urgency.WAITING_POD : Urgency.WARM_UP;
    }

    private static boolean inBetween(Eni eni) {
        return eni.status() != EniStatus.IN_USE && eni.status() != EniStatus.STRANGE;
    }
}
