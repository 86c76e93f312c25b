package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.ReconcilePool;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the pool between its marks: looks at what the cloud says we hold, plans, and does what the plan says. Nothing
 * that the cloud has heard is tried twice in one pass; the next looks again.
 */
public final class PoolKeeper implements ReconcilePool {
    /**
     * Chosen: no runtime asks for the same pod more often than the first, and the cloud is to bear a thousand nodes that
     * are full for hours, each with several pods that ask again and again.
     */
    private static final Backoff AFTER_NOTHING = new Backoff(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15));

    private final CloudNetwork cloud;
    private final Node node;
    private final NodeBook book;
    private final EniPreparer preparer;
    private final CloudRecall recall;
    private final PoolSurveyor surveyor;
    private final PoolCrew crew;
    private final PoolMemory memory;
    private final PoolPace pace;
    private final PoolTeller teller;
    private final Tasks tasks;
    private final DeviceWatch watch;
    private final Meter meter;
    private final RoundMeter rounds;
    /** How often somebody had wanted something when that was last looked after. */
    private long heard;

    /** After the last pass. */
    private Duration rest = Duration.ZERO;

    /** How many of the last passes, in a row, found that nothing can be done for want of something. */
    private int inVain;

    public PoolKeeper(
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            EniPreparer preparer,
            CloudRecall recall,
            PoolSurveyor surveyor,
            PoolCrew crew,
            PoolMemory memory,
            PoolPace pace,
            PoolTeller teller,
            Tasks tasks,
            DeviceWatch watch,
            Meter meter) {
        this.cloud = cloud;
        this.node = node;
        this.book = book;
        this.preparer = preparer;
        this.recall = recall;
        this.surveyor = surveyor;
        this.crew = crew;
        this.memory = memory;
        this.pace = pace;
        this.teller = teller;
        this.tasks = tasks;
        this.watch = watch;
        this.meter = meter;
        this.rounds = new RoundMeter(Measurement.Loop.POOL, meter, tasks);
    }

    /** Goes on for ever, after the first pass: another when somebody wants something, or when it is time. */
    public void run() {
        while (true) {
            watch.rest(inVain > 0 ? afterNothing() : rest, heard);
            pass();
        }
    }

    /**
     * Sleeps, and returns what is left of the rest: whoever asks meanwhile would be told the same, and an address that
     * comes back serves without a look.
     */
    private Duration afterNothing() {
        var most = AFTER_NOTHING.after(inVain);
        var sleep = rest.compareTo(AFTER_NOTHING.first()) < 0 ? AFTER_NOTHING.first() : rest;
        sleep = sleep.compareTo(most) < 0 ? sleep : most;
        tasks.sleep(sleep);
        return rest.minus(sleep);
    }

    @Override
    public Duration pass() {
        // If this stumbles, the next follows at once.
        rest = Duration.ZERO;
        rest = rounds.measured(this::look);
        return rest;
    }

    private Duration look() {
        heard = book.wanted.count();
        var queue = book.queue();
        var seen = cloud.at(urgency(queue)).enisOf(node.facts().instance());
        meter.measured(new Measurement.Looked(seen instanceof CloudOutcome.Done<List<Eni>>));
        return switch (seen) {
            case CloudOutcome.Done<List<Eni>>(var enis) ->
                reconcile(EnisSeen.of(memory.believed(enis, tasks.instant()), node.claim()));
            // Nobody waits for the look, and what is in stock is given out all the same.
            case CloudOutcome.Throttled<List<Eni>>(var length) when queue.waiting() == 0 -> length;
            case CloudOutcome<List<Eni>> failed -> {
                book.looked(
                        Optional.of(new Fault.Outside("the cloud did not say which ENIs are ours: " + failed.words())));
                yield failed instanceof CloudOutcome.Throttled<List<Eni>>(var length) ? length : pace.afterNoLook();
            }
        };
    }

    private Duration reconcile(EnisSeen enis) {
        var lacks = preparer.prepare(enis);
        // What is in stock now is not kept from those who wait by what is yet to be fetched.
        book.surveyed();
        recall.saw(enis);
        teller.saw(enis.ours());
        // Who came to wait while the cloud was looked at is known to the plan.
        heard = book.wanted.count();
        var survey = surveyor.plan(enis, lacks.deviceless());
        var plan = survey.plan();
        book.change(leases -> leases.mark(plan.marks()));
        var shift = crew.carryOut(plan, survey.queue());
        var shortfall = plan.shortfall().map(surveyor::fault);
        teller.tell(survey, plan.shortfall(), shortfall);
        surveyor.trunkNews(enis).ifPresent(teller::configured);
        var found = shift.trouble().stream()
                .findFirst()
                .or(() -> lacks.faults().stream().findFirst())
                .or(() -> shortfall);
        boolean hopeless = !plan.goesOn() && !lacks.trouble() && !survey.underWay() && isInVain(shortfall);
        inVain = hopeless ? inVain + 1 : 0;
        if (hopeless) {
            book.lookedInVain(survey.queue(), shortfall.orElseThrow());
        } else {
            book.looked(found);
        }
        var unread = shortfall.filter(_ -> !isInVain(shortfall)).isPresent();
        return pace.after(shift, plan.goesOn(), !shift.trouble().isEmpty() || lacks.trouble() || unread);
    }

    /** Nothing can be done for want of something: whoever waits need not wait on. */
    private static boolean isInVain(Optional<Fault> shortfall) {
        return shortfall.filter(Fault.Capacity.class::isInstance).isPresent();
    }

    /** Of looking: nobody waits for what the pool does for its marks. */
    private static Urgency urgency(NodeBook.Queue queue) {
        return queue.waiting() > 0 ? Urgency.WAITING_POD : Urgency.WARM_UP;
    }
}
