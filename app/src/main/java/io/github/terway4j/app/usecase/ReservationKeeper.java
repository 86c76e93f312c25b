package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has what is kept for pods written down. A record of one that has ended meanwhile does no harm: it ends by its own date,
 * and no lease gives way to it.
 */
public final class ReservationKeeper {
    private static final Logger LOG = System.getLogger(ReservationKeeper.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NodeBook book;
    private final LeaseLedger ledger;
    private final Tasks tasks;
    private final Turns turns;
    /** Those that will be in the book in a moment. */
    private final List<Reservation> coming = new ArrayList<>();

    public ReservationKeeper(NodeBook book, LeaseLedger ledger, Tasks tasks, Turns turns) {
        this.book = book;
        this.ledger = ledger;
        this.tasks = tasks;
        this.turns = turns;
    }

    /** Before a lease is forgotten: who is stopped in between leaves one thing too many on the disk, not one too few. */
    void willKeep(Reservation keepsake) {
        synchronized (coming) {
            coming.add(keepsake);
        }
        write();
    }

    /** The book has it now, or it will not come. */
    void settled(Reservation keepsake) {
        synchronized (coming) {
            coming.remove(keepsake);
        }
    }

    /** Of two writers the later has seen what the earlier wrote. That it fails keeps no pod from ending. */
    void write() {
        var outcome = turns.inTurn(
                List.of("reservations"),
                tasks.instant().plus(PATIENCE),
                () -> ledger.reservations().keep(all()),
                () -> new LedgerOutcome.Failed("another write takes too long"));
        if (outcome instanceof LedgerOutcome.Failed(var words)) {
            LOG.log(Level.WARNING, "what is kept for pods would not outlive a restart: {0}", words);
        }
    }

    private List<Reservation> all() {
        var all = new ArrayList<>(book.ask(LeaseBook::reservations));
        synchronized (coming) {
            coming.stream().filter(reservation -> !all.contains(reservation)).forEach(all::add);
        }
        return all;
    }
}
