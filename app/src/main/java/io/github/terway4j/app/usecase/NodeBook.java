package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pool.Starving;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the two loops meet: the lease book, the ENIs that serve, and how many wait. Touched between port calls only.
 *
 * <p>{@link #wanted} is raised when somebody waits for an address or there is another reason for the pool to look;
 * {@link #stocked} when the pool has looked; {@link #retired} when a link waits to be deleted.
 */
public final class NodeBook {
    private final ReentrantLock lock = new ReentrantLock();
    private final LeaseBook leases = new LeaseBook();
    private final TreeMap<EniId, ServingEni> serving = new TreeMap<>();
    private final TreeMap<Long, Want> starving = new TreeMap<>();
    private final TreeSet<AttachmentKey> denied = new TreeSet<>();
    private long tickets;
    private long givenUp;
    private boolean surveyed;
    private Optional<Fault> trouble = Optional.of(new Fault.Outside("the agent has not looked at the cloud yet"));
    final Tasks.Signal wanted;
    final Tasks.Signal stocked;
    final Tasks.Signal retired;

    public NodeBook(Tasks tasks) {
        wanted = tasks.signal("address wanted");
        stocked = tasks.signal("pool looked");
        retired = tasks.signal("link retired");
    }

    /** Returns once so many pods could be served at once, at the deadline at the latest; whether they can. */
    public boolean awaitAtHand(int pods, Instant deadline) {
        while (true) {
            var seen = stocked.count();
            if (atHand() >= pods) {
                return true;
            }
            if (!stocked.awaitBeyond(seen, deadline)) {
                return false;
            }
        }
    }

    private int atHand() {
        return ask(opened -> (int) opened.enis().stream()
                .flatMap(eni -> opened.free(eni).stream())
                .filter(ip -> ip.family() == IpFamily.V4 && opened.standing(ip) == Standing.READY)
                .count());
    }

    /** Reads or changes the lease book: short, and without calling anybody. */
    <T> T ask(Function<LeaseBook, T> question) {
        lock.lock();
        try {
            return question.apply(leases);
        } finally {
            lock.unlock();
        }
    }

    void change(Consumer<LeaseBook> change) {
        ask(opened -> {
            change.accept(opened);
            return true;
        });
    }

    /** The runtime says that of ours these are not its own, and all others are. */
    void deny(Collection<AttachmentKey> keys) {
        change(_ -> {
            denied.clear();
            denied.addAll(keys);
        });
    }

    /** The runtime asks about it: then it is its own. */
    void vouchFor(AttachmentKey key) {
        change(_ -> denied.remove(key));
    }

    List<AttachmentKey> denied() {
        return ask(_ -> List.copyOf(denied));
    }

    Optional<ServingEni> serving(EniId eni) {
        return ask(_ -> Optional.ofNullable(serving.get(eni)));
    }

    void serves(EniId eni, ServingEni how) {
        change(_ -> serving.put(eni, how));
    }

    /** Nothing of the ENI is handed out any more, and it counts as not prepared. */
    void servesNoMore(EniId eni) {
        change(opened -> {
            serving.remove(eni);
            opened.unstock(eni);
        });
    }

    /** The same of all ENIs but these. */
    void servesOnly(Collection<EniId> enis) {
        change(opened -> {
            serving.keySet().retainAll(enis);
            opened.enis().stream().filter(eni -> !enis.contains(eni)).forEach(opened::unstock);
        });
    }

    /**
     * Joins those who wait for an address, and wakes the pool. Returns the caller's ticket.
     *
     * @param want what would do
     */
    long beginWaiting(Want want) {
        var ticket = ask(_ -> ++tickets);
        waitsOn(ticket, want);
        wanted.raise();
        return ticket;
    }

    /** What the holder of the ticket waits for has changed, or not; if now the pool could bring it, that wakes. */
    void waitsOn(long ticket, Want want) {
        var before = ask(_ -> Optional.ofNullable(starving.put(ticket, want)));
        if (want != Want.KEPT && before.filter(want::equals).isEmpty()) {
            wanted.raise();
        }
    }

    /** What somebody waits for. */
    enum Want {
        /** Any address of an ordinary ENI. */
        ANY,
        /** Any address of an ENI for RDMA. */
        RDMA,
        /** Any ENI behind the trunk. */
        MEMBER,
        /** Any ENI that is nobody else's. */
        WHOLE,
        /** The one that is kept for it, of which the pool can bring no other. */
        KEPT
    }

    void endWaiting(long ticket) {
        change(_ -> starving.remove(ticket));
    }

    /** Who waits at this moment. */
    Queue queue() {
        return ask(_ -> new Queue(count(Want.ANY), count(Want.RDMA), count(Want.MEMBER), count(Want.WHOLE), tickets));
    }

    private int count(Want want) {
        return (int) starving.values().stream().filter(want::equals).count();
    }

    /** The same, if it may be given up as a whole; whether it is so. */
    boolean servesNoMoreIfUnwanted(EniId eni) {
        return ask(opened -> {
            var unwanted = opened.mayGo(eni);
            if (unwanted) {
                serving.remove(eni);
                opened.unstock(eni);
            }
            return unwanted;
        });
    }

    /** The pool has seen what the cloud says we hold, and prepared what of it can serve. */
    void surveyed() {
        change(_ -> surveyed = true);
        stocked.raise();
    }

    /** Whether it ever has, since the agent began: before that, an ENI that does not serve may yet. */
    boolean isSurveyed() {
        return ask(_ -> surveyed);
    }

    /** The pool has looked: it can bring what is wanted, or {@code found} keeps it from that for the moment. */
    void looked(Optional<Fault> found) {
        change(_ -> trouble = found);
        stocked.raise();
    }

    /** The pool has looked, and because of {@code found} nothing more can come for those that were in the queue. */
    void lookedInVain(Queue queue, Fault found) {
        change(_ -> {
            trouble = Optional.of(found);
            givenUp = queue.tickets();
        });
        stocked.raise();
    }

    /** Whether the pool knew of the holder of this ticket when it gave up. */
    boolean hopeless(long ticket) {
        return ask(_ -> givenUp >= ticket);
    }

    /** Why the pool could not bring what was wanted when it last looked; empty when it could. */
    Optional<Fault> trouble() {
        return ask(_ -> trouble);
    }

    /**
     * Those who wait for an address that the pool could bring.
     *
     * @param any for one of an ordinary ENI
     * @param rdma for one of an ENI for RDMA
     * @param members for an ENI behind the trunk
     * @param whole for an ENI of their own
     * @param tickets how many ever joined: tells whether a look at the queue knew of somebody
     */
    record Queue(int any, int rdma, int members, int whole, long tickets) {
        int waiting() {
            return any + rdma + members + whole;
        }

        Starving starving() {
            return new Starving(any, rdma, members, whole);
        }
    }
}
