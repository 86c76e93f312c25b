package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which address a sandbox gets, and writes the decision into the book.
 *
 * <p>The same sandbox gets its own address again, even if only the kernel remembers it. A newer sandbox of the same pod
 * takes over from the older one. A pod for which an address is kept gets that one, at once and no other. Anybody else gets
 * the lowest rested address of the ENI that the selection prefers, and one that the pool would give up only where there is
 * no other. All families come from one ENI. A pod that wants RDMA gets an address of an ENI that carries it, and no other
 * pod does; so with one that wants an ENI behind the trunk, or a whole one.
 *
 * @param families what every pod of this node gets an address of
 * @param datapath by which way pods are wired that get an address now
 * @param members by which way those of them are that get an ENI behind the trunk
 */
public record LeaseDesk(
        List<IpFamily> families,
        Cooldown cooldown,
        EniSelection selection,
        Keeping keeping,
        DatapathKind datapath,
        DatapathKind members) {
    public LeaseDesk {
        families = List.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException("a node must serve at least one address family");
        }
    }

    /** The same, with pods that are wired by this way from now on. */
    public LeaseDesk wiringBy(DatapathKind other) {
        return new LeaseDesk(families, cooldown, selection, keeping, other, members);
    }

    /** The same of those behind the trunk. */
    public LeaseDesk wiringMembersBy(DatapathKind other) {
        return new LeaseDesk(families, cooldown, selection, keeping, datapath, other);
    }

    /** One whose members are VLANs. */
    public LeaseDesk(
            List<IpFamily> families,
            Cooldown cooldown,
            EniSelection selection,
            Keeping keeping,
            DatapathKind datapath) {
        this(families, cooldown, selection, keeping, datapath, DatapathKind.TRUNK_VLAN);
    }

    /** One whose pods have addresses of shared ENIs. */
    public LeaseDesk(List<IpFamily> families, Cooldown cooldown, EniSelection selection, Keeping keeping) {
        this(families, cooldown, selection, keeping, DatapathKind.VETH_POLICY_ROUTE);
    }

    /** One that keeps no address for anybody. */
    public LeaseDesk(List<IpFamily> families, Cooldown cooldown, EniSelection selection) {
        this(families, cooldown, selection, Keeping.NOTHING);
    }

    /** Takes a lease back. Its addresses rest, or are kept for the pod where its workload is one of those. */
    public Optional<Lease> takeBack(LeaseBook book, AttachmentKey key, Workload workload, Instant now) {
        var ended = book.takeBack(key, now);
        ended.flatMap(lease -> keeping.of(lease, workload, now)).ifPresent(book::reserve);
        return ended;
    }

    /** What is kept for the pod if this lease of its ends now; empty for most. */
    public Optional<Reservation> keepsake(Lease ending, Instant now) {
        return keeping.of(ending, ending.workload(), now);
    }

    /**
     * What was kept before a restart is kept again, as far as it is not over. None lasts longer than one that begins now:
     * the clock may have been set back in between.
     */
    public void keepAgain(LeaseBook book, Collection<Reservation> before, Instant now) {
        var atLast = now.plus(keeping.length());
        before.stream()
                .map(kept -> kept.until().isAfter(atLast) ? kept.until(atLast) : kept)
                .filter(kept -> !kept.isOver(now))
                .forEach(book::keepAgain);
    }

    /** {@link LeaseBook#found What a stray} must once have had, if it is this pod's. */
    public Optional<Lease> adoption(LeaseBook book, AttachmentKey key, PodFacts pod, Instant now) {
        return book.adoption(key, pod, datapath, now);
    }

    /** What the sandbox gets if nothing but the pod's name is known. */
    public LeaseDecision ask(LeaseBook book, AttachmentKey key, PodRef pod, Instant now) {
        return ask(book, key, new PodFacts(pod, "", BandwidthLimit.NONE), now);
    }

    /** What the sandbox gets. */
    public LeaseDecision ask(LeaseBook book, AttachmentKey key, PodFacts pod, Instant now) {
        var own = book.lease(key);
        if (own.isPresent()) {
            return new LeaseDecision.AlreadyHeld(own.get());
        }
        var stray = book.strayOf(pod.pod(), key.interfaceName());
        if (stray.isPresent()) {
            return adopted(book, stray.get(), key, pod, now);
        }
        // One that was wired by another way has an address that this one cannot serve; it stays until somebody ends it.
        var older = book.leaseOf(pod.pod(), key.interfaceName()).filter(lease -> lease.datapath() == way(pod));
        if (older.isPresent()) {
            var lease = older.get().passedTo(key, pod, now);
            book.pass(older.get(), lease);
            return new LeaseDecision.Replaced(lease, older.get());
        }
        book.wake(cooldown, now);
        // What is kept on an ENI of another kind than the pod asks for now is not what it asks for.
        var kept = book.reservation(pod.pod(), key.interfaceName())
                .filter(one -> !book.stocks(one) || book.serves(one.eni(), pod.wish()));
        if (kept.isPresent()) {
            return kept(book, key, pod, kept.get(), now);
        }
        var choice = choices(book, pod).filter(one -> !one.unwanted(book)).findFirst();
        return choice.or(() -> choices(book, pod).findFirst())
                .map(one -> one.grantedTo(key, pod, way(pod), now))
                .<LeaseDecision>map(lease -> {
                    book.grant(lease);
                    return new LeaseDecision.Granted(lease);
                })
                .orElseGet(() -> new LeaseDecision.Starved(book.resting(cooldown, now)));
    }

    private DatapathKind way(PodFacts pod) {
        return switch (pod.wish()) {
            case ANY, RDMA -> datapath;
            case MEMBER -> members;
            case WHOLE -> DatapathKind.EXCLUSIVE_ENI;
        };
    }

    /** What the pod has, though nobody remembers that it was given it. */
    private LeaseDecision adopted(LeaseBook book, FoundAttachment stray, AttachmentKey key, PodFacts pod, Instant now) {
        var own = adoption(book, stray.key(), pod, now);
        if (own.isEmpty()) {
            return new LeaseDecision.Starved(0);
        }
        book.grant(own.get());
        if (stray.key().equals(key)) {
            return new LeaseDecision.Granted(own.get());
        }
        var lease = own.get().passedTo(key, pod, now);
        book.pass(own.get(), lease);
        return new LeaseDecision.Replaced(lease, own.get());
    }

    private LeaseDecision kept(LeaseBook book, AttachmentKey key, PodFacts pod, Reservation kept, Instant now) {
        if (!book.stocks(kept)) {
            return new LeaseDecision.Awaiting(kept);
        }
        var lease = Lease.of(key, pod, kept.eni(), kept.addresses(), way(pod), now);
        book.grant(lease);
        return new LeaseDecision.Granted(lease);
    }

    /** What each ENI would give, in the order of preference. */
    private Stream<Choice> choices(LeaseBook book, PodFacts pod) {
        return inOrder(book).stream()
                .filter(eni -> book.serves(eni, pod.wish()))
                .flatMap(eni -> book.next(eni, families).map(ips -> new Choice(eni, ips)).stream());
    }

    private record Choice(EniId eni, DualStack<Ip> addresses) {
        boolean unwanted(LeaseBook book) {
            return addresses.all().stream().anyMatch(ip -> book.standing(ip) == Standing.MARKED);
        }

        Lease grantedTo(AttachmentKey key, PodFacts pod, DatapathKind datapath, Instant now) {
            return Lease.of(key, pod, eni, addresses, datapath, now);
        }
    }

    private List<EniId> inOrder(LeaseBook book) {
        // Counted once: a comparison that counts makes a node of a thousand pods feel it.
        var sizes = new ArrayList<Sized>();
        for (var eni : book.enis()) {
            sizes.add(new Sized(eni, book.stocked(eni, families.getFirst())));
        }
        var bySize = Comparator.comparingInt(Sized::addresses);
        sizes.sort(selection == EniSelection.MOST_IPS ? bySize.reversed() : bySize);
        return sizes.stream().map(Sized::eni).toList();
    }

    private record Sized(EniId eni, int addresses) {}
}
