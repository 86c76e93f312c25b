package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseDecision;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.util.Optional;

/**
 * Where sandboxes ask for addresses, and wait for them. A waiting one wakes the pool; it is turned away when its caller
 * would not wait longer, or when the pool, knowing of it, says that nothing can come and no address is resting.
 */
public final class Counter {
    private final NodeBook book;
    private final LeaseDesk desk;
    private final Tasks tasks;

    public Counter(NodeBook book, LeaseDesk desk, Tasks tasks) {
        this.book = book;
        this.desk = desk;
        this.tasks = tasks;
    }

    LeaseDecision ask(AttachRequest request, PodFacts pod) {
        book.vouchFor(request.key());
        var decision = askOnce(request, pod);
        return mayChange(decision) ? waitAndAsk(request, pod, decision) : decision;
    }

    private LeaseDecision waitAndAsk(AttachRequest request, PodFacts pod, LeaseDecision first) {
        var ticket = book.beginWaiting(want(first, pod));
        try {
            while (true) {
                var seen = book.stocked.count();
                var decision = askOnce(request, pod);
                if (!mayChange(decision) || givesUp(request, decision, ticket)) {
                    return decision;
                }
                book.waitsOn(ticket, want(decision, pod));
                book.stocked.awaitBeyond(seen, soonest(request.deadline()));
            }
        } finally {
            book.endWaiting(ticket);
        }
    }

    private static NodeBook.Want want(LeaseDecision decision, PodFacts pod) {
        if (!anyWouldDo(decision)) {
            return NodeBook.Want.KEPT;
        }
        return switch (pod.wish()) {
            case ANY -> NodeBook.Want.ANY;
            case RDMA -> NodeBook.Want.RDMA;
            case MEMBER -> NodeBook.Want.MEMBER;
            case WHOLE -> NodeBook.Want.WHOLE;
        };
    }

    private static boolean anyWouldDo(LeaseDecision decision) {
        return decision instanceof LeaseDecision.Starved;
    }

    private static boolean mayChange(LeaseDecision decision) {
        return switch (decision) {
            case LeaseDecision.Starved _, LeaseDecision.Awaiting _ -> true;
            case LeaseDecision.AlreadyHeld _, LeaseDecision.Granted _, LeaseDecision.Replaced _ -> false;
        };
    }

    private LeaseDecision askOnce(AttachRequest request, PodFacts pod) {
        return book.ask(leases -> desk.ask(leases, request.key(), pod, tasks.instant()));
    }

    /** That the pool can bring nothing more does not concern who waits for an address that is kept for it. */
    private boolean givesUp(AttachRequest request, LeaseDecision decision, long ticket) {
        return !tasks.instant().isBefore(request.deadline())
                || (anyWouldDo(decision)
                        && book.hopeless(ticket)
                        && nextRested().filter(request.deadline()::isAfter).isEmpty());
    }

    private Instant soonest(Instant deadline) {
        return nextRested().filter(deadline::isAfter).orElse(deadline);
    }

    private Optional<Instant> nextRested() {
        return book.ask(leases -> leases.nextRested(desk.cooldown(), tasks.instant()));
    }

    /**
     * How the lease's ENI serves. An agent that has just begun knows its leases sooner than its ENIs: then this waits for
     * the pool's first look.
     */
    Optional<ServingEni> serving(Lease lease, Instant deadline) {
        while (true) {
            var seen = book.stocked.count();
            var serving = book.serving(lease.eni());
            if (serving.isPresent() || book.isSurveyed() || !tasks.instant().isBefore(deadline)) {
                return serving;
            }
            book.stocked.awaitBeyond(seen, deadline);
        }
    }

    /** The lease was granted here, and has become more exact. */
    void keep(Lease lease) {
        book.change(leases -> leases.grant(lease));
    }

    void takeBack(AttachmentKey key) {
        book.change(leases -> leases.takeBack(key, tasks.instant()));
    }

    Fault whyStarved() {
        return book.trouble().orElseGet(() -> new Fault.Capacity("no address became free in time"));
    }
}
