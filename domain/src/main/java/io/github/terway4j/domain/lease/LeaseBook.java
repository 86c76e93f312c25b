package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the node knows of its addresses: which it may hand out (the stock), who holds which (the leases), which came back
 * lately (resting), and which the pool would give up (marked). The pool stocks it, the desk reads it, and the two meet
 * nowhere else.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class LeaseBook {
    private final Leases leases = new Leases();
    private final Stock stock = new Stock();
    private final Rests rests = new Rests();
    private final Strays strays = new Strays();
    private final Reservations reservations = new Reservations();
    private final TreeSet<Ip> marked = new TreeSet<>();
    /** Which wish ENIs serve that do not serve just anybody. */
    private final TreeMap<EniId, EniWish> dedicated = new TreeMap<>();
    /** ENIs that the last look did not show, although something on them is kept for somebody. */
    private final TreeSet<EniId> missed = new TreeSet<>();

    private Instant lastUse = Instant.EPOCH;
    private Instant noticed = Instant.MIN;

    /** From now on exactly these addresses of the ENI may be handed out; leases on others stay what they are. */
    public void stock(EniId eni, Collection<Ip> addresses) {
        stock(eni, addresses, List.of());
    }

    /** The same with blocks, of which every address may be handed out. */
    public void stock(EniId eni, Collection<Ip> addresses, Collection<IpPrefix> prefixes) {
        stock.put(eni, addresses, prefixes, this::standing);
    }

    /** Which wish the ENI serves. */
    public EniWish serves(EniId eni) {
        return dedicated.getOrDefault(eni, EniWish.ANY);
    }

    /** From now on the addresses of these ENIs go to pods that wish this, and to nobody else; those of others to the rest. */
    public void dedicate(Map<EniId, EniWish> enis) {
        dedicated.clear();
        dedicated.putAll(enis);
    }

    /** Whether a pod that wishes this may have addresses of the ENI. */
    boolean serves(EniId eni, EniWish wish) {
        return serves(eni) == wish;
    }

    /** These may be handed out besides. */
    public void stockMore(EniId eni, Collection<Ip> addresses, Collection<IpPrefix> prefixes) {
        stock.putMore(eni, addresses, prefixes, this::standing);
    }

    /** Nothing of this ENI is handed out any more. */
    public void unstock(EniId eni) {
        stock.remove(eni);
    }

    /** Takes out of the stock those of {@code addresses} that are still marked, and names them: these may be given up. */
    public List<Ip> withhold(Collection<Ip> addresses) {
        var withheld = addresses.stream()
                .filter(ip -> stock.has(ip) && standing(ip) == Standing.MARKED)
                .toList();
        withheld.forEach(stock::remove);
        return withheld;
    }

    /** The same of blocks: one goes if all of it is still marked. */
    public List<IpPrefix> withholdBlocks(Collection<IpPrefix> prefixes) {
        var withheld = prefixes.stream()
                .filter(prefix -> inBlock(prefix, Standing.MARKED) == prefix.size())
                .toList();
        withheld.forEach(prefix -> prefix.addresses(prefix.size()).forEach(stock::remove));
        return withheld;
    }

    /** Whether nobody is on the ENI, and all of it that could be handed out is marked: it may be given up as a whole. */
    public boolean mayGo(EniId eni) {
        // Every pod takes an IPv4 address: where these are marked, the IPv6 ones beside them serve nobody.
        return !holdsAnyOf(eni) && stock.count(eni, Standing.MARKED, IpFamily.V4) == stocked(eni, IpFamily.V4);
    }

    /** Writes a lease down; a lease of the same key with the same addresses is written over. */
    public void grant(Lease lease) {
        leases.add(lease);
        strays.remove(lease.key());
        usedAt(lease.since());
        reservations.of(lease.pod(), lease.key().interfaceName()).ifPresent(kept -> {
            reservations.remove(kept);
            kept.addresses().all().forEach(this::settle);
        });
        for (var ip : lease.addresses().all()) {
            rests.end(ip);
            marked.remove(ip);
            settle(ip);
        }
    }

    /**
     * Writes down leases from before a restart. Of two that name one address the younger counts: the agent died between
     * writing it and forgetting the older. Returns those that do not count.
     */
    public List<Lease> restore(Collection<Lease> remembered) {
        var superseded = new ArrayList<Lease>();
        var youngestFirst = Comparator.comparing(Lease::since).reversed().thenComparing(Lease::key);
        for (var lease : remembered.stream().sorted(youngestFirst).toList()) {
            if (lease.addresses().all().stream().anyMatch(ip -> holder(ip).isPresent())) {
                superseded.add(lease);
            } else {
                grant(lease);
            }
        }
        return superseded;
    }

    /**
     * Attachments that stand in the kernel. Those that no lease speaks of, and whose addresses none names, are remembered
     * as strays: they keep their addresses until somebody {@link #adoption adopts} or {@link #dismiss dismisses} them.
     */
    public void found(Collection<FoundAttachment> attachments) {
        attachments.stream()
                .filter(one -> leases.of(one.key()).isEmpty()
                        && !one.addresses().isEmpty()
                        && one.addresses().stream().noneMatch(ip -> holder(ip).isPresent()))
                .forEach(stray -> {
                    strays.add(stray);
                    stray.addresses().forEach(this::settle);
                });
    }

    /** Attachments of which no lease is remembered, in the order of their keys. */
    public List<FoundAttachment> strays() {
        return strays.all();
    }

    /**
     * The lease that a stray must once have had, if it is this pod's; {@link #grant} makes it so. Empty where the book has
     * no such stray, or cannot say yet on which ENI its addresses are.
     *
     * @param datapath by which pods on the node's ENIs are wired, those behind the trunk apart
     */
    Optional<Lease> adoption(AttachmentKey key, PodFacts pod, DatapathKind datapath, Instant now) {
        return strays.of(key)
                .filter(stray -> stray.isOf(pod.pod()) && stray.isWhole())
                .flatMap(stray -> stock.eniOf(stray.addresses())
                        .map(eni -> Lease.of(
                                key, pod, eni, DualStack.ofIps(stray.addresses()), wiring(stray, eni, datapath), now)));
    }

    private DatapathKind wiring(FoundAttachment stray, EniId eni, DatapathKind usual) {
        return switch (dedicated.getOrDefault(eni, EniWish.ANY)) {
            case ANY, RDMA -> stray.wiredBy(usual);
            case MEMBER -> stray.wiredOnMember();
            case WHOLE -> DatapathKind.EXCLUSIVE_ENI;
        };
    }

    Optional<FoundAttachment> strayOf(PodRef pod, LinkName interfaceName) {
        return strays.of(pod, interfaceName);
    }

    /** The stray has ended; its addresses rest from {@code now} on. */
    public void dismiss(AttachmentKey key, Instant now) {
        notice(now);
        strays.remove(key)
                .ifPresent(ended -> ended.addresses().forEach(ip -> {
                    rests.begin(ip, now);
                    settle(ip);
                }));
    }

    /**
     * Has those of {@code addresses} that are nobody's rest from now on, as if somebody had just returned them, and names
     * them: for a while nobody gets one, whatever is done about it meanwhile.
     */
    public List<Ip> layAside(Collection<Ip> addresses, Instant now) {
        notice(now);
        var aside = addresses.stream().filter(ip -> !standing(ip).isSomebodys()).toList();
        aside.forEach(ip -> {
            marked.remove(ip);
            rests.begin(ip, now);
            settle(ip);
        });
        return aside;
    }

    /** The addresses of {@code older} pass to {@code newer}, without ever being free in between. */
    void pass(Lease older, Lease newer) {
        leases.remove(older.key());
        grant(newer);
    }

    /** Ends a lease; its addresses rest from {@code now} on. Empty where there is no such lease. */
    public Optional<Lease> takeBack(AttachmentKey key, Instant now) {
        notice(now);
        var lease = leases.remove(key);
        lease.ifPresent(ended -> {
            usedAt(now);
            for (var ip : ended.addresses().all()) {
                // Whether it is in stock now or not: it may be again before it has rested.
                rests.begin(ip, now);
                settle(ip);
            }
        });
        return lease;
    }

    public Optional<Lease> lease(AttachmentKey key) {
        return leases.of(key);
    }

    /** The lease that any sandbox of this pod holds for the interface. */
    public Optional<Lease> leaseOf(PodRef pod, LinkName interfaceName) {
        return leases.of(pod, interfaceName);
    }

    /** Whether anybody is on the ENI, or may be: of a stray it is not always known where it is. */
    public boolean holdsAnyOf(EniId eni) {
        return leases.on(eni) > 0
                || strays.all().stream()
                        .anyMatch(stray ->
                                stock.eniOf(stray.addresses()).map(eni::equals).orElse(true));
    }

    public Optional<AttachmentKey> holder(Ip ip) {
        return leases.holder(ip).or(() -> strays.holder(ip));
    }

    public List<Lease> leases() {
        return leases.all();
    }

    /** ENIs whose addresses may be handed out, in the order of their ids. */
    public List<EniId> enis() {
        return stock.enis();
    }

    /** All addresses of the ENI that may be handed out, held or not. */
    public int stocked(EniId eni, IpFamily family) {
        return stock.count(eni, family);
    }

    /** How many addresses that may be handed out for this wish, held or not, stand so. */
    public int stocked(EniWish wish, IpFamily family, Standing standing) {
        return stock.enis().stream()
                .filter(eni -> serves(eni, wish))
                .mapToInt(eni -> stock.count(eni, standing, family))
                .sum();
    }

    /** The addresses of the ENI that nobody holds, resting ones included, lowest first. */
    public List<Ip> free(EniId eni) {
        return stock.addresses(eni).stream().filter(ip -> !isHeld(ip)).toList();
    }

    /** How an address stands, whether it is in stock or not, as far as the rests that {@link #wake} ended. */
    public Standing standing(Ip ip) {
        if (isHeld(ip)) {
            return Standing.HELD;
        }
        if (reservations.has(ip)) {
            return Standing.RESERVED;
        }
        if (rests.has(ip)) {
            return Standing.RESTING;
        }
        return marked.contains(ip) ? Standing.MARKED : Standing.READY;
    }

    /** Those of an ENI's single addresses that are nobody's, whether they are in stock or not. */
    public List<Unheld> unheld(EniId eni, List<Ip> addresses) {
        return stock.unheld(eni, addresses)
                .orElseGet(() -> addresses.stream()
                        .map(ip -> new Unheld(ip, standing(ip)))
                        .filter(free -> !free.standing().isSomebodys())
                        .toList());
    }

    /** How many addresses of a block stand so, whether it is in stock or not. */
    public int inBlock(IpPrefix prefix, Standing standing) {
        var first = prefix.block().first();
        var last = prefix.block().last();
        return switch (standing) {
            case HELD -> leases.between(first, last) + strays.between(first, last);
            case RESERVED -> reservations.between(first, last);
            case RESTING -> rests.between(first, last);
            case MARKED -> marked.subSet(first, true, last, true).size();
            case READY ->
                prefix.size()
                        - inBlock(prefix, Standing.HELD)
                        - inBlock(prefix, Standing.RESERVED)
                        - inBlock(prefix, Standing.RESTING)
                        - inBlock(prefix, Standing.MARKED);
        };
    }

    /**
     * The pool would give these up, and nothing else: an address that it names no more may stay. Only one that nobody
     * holds and that has rested is marked, and one that is handed out loses its mark.
     */
    public void mark(Collection<Ip> unwanted) {
        var changed = new TreeSet<>(marked);
        changed.addAll(unwanted);
        marked.clear();
        unwanted.stream().filter(ip -> standing(ip) == Standing.READY).forEach(marked::add);
        changed.forEach(this::settle);
    }

    /** Addresses that have rested long enough by now are at hand again. */
    public void wake(Cooldown cooldown, Instant now) {
        notice(now);
        rests.endThoseOver(cooldown, now).forEach(this::settle);
        end(reservations.endThose(reservation -> reservation.isOver(now)));
    }

    /** A clock that is set back makes nobody wait longer: what rests or is kept has as much time left as it had before. */
    private void notice(Instant now) {
        if (now.isBefore(noticed)) {
            var back = Duration.between(noticed, now);
            rests.shift(back);
            reservations.shift(back);
        }
        noticed = now;
    }

    /** The same for what was kept before a restart, unless somebody has it by now, or the owner another address. */
    void keepAgain(Reservation reservation) {
        var free = reservation.addresses().all().stream()
                .noneMatch(ip -> standing(ip).isSomebodys());
        if (free && leaseOf(reservation.owner(), reservation.interfaceName()).isEmpty()) {
            reserve(reservation);
        }
    }

    /** Keeps addresses that nobody holds for their owner. */
    void reserve(Reservation reservation) {
        reservations.add(reservation);
        reservation.addresses().all().forEach(ip -> {
            marked.remove(ip);
            settle(ip);
        });
    }

    Optional<Reservation> reservation(PodRef pod, LinkName interfaceName) {
        return reservations.of(pod, interfaceName);
    }

    /** What is kept for whom, until when and why, in the order of the owners. */
    public List<Reservation> reservations() {
        return reservations.all();
    }

    /**
     * The cloud says that these are the ENIs there are: what was kept on others is lost, if it says so twice in a row, and
     * is named. A look may have missed one.
     */
    public List<Reservation> onlyThese(Collection<EniId> enis) {
        var lost = reservations.endThose(
                reservation -> !enis.contains(reservation.eni()) && missed.contains(reservation.eni()));
        end(lost);
        missed.clear();
        reservations.all().stream()
                .map(Reservation::eni)
                .filter(eni -> !enis.contains(eni))
                .forEach(missed::add);
        return lost;
    }

    /** Whether all that is kept lies in stock, where it was. */
    boolean stocks(Reservation kept) {
        return kept.addresses().all().stream().allMatch(ip -> stock.has(kept.eni(), ip));
    }

    private void end(List<Reservation> ended) {
        ended.stream()
                .flatMap(reservation -> reservation.addresses().all().stream())
                .forEach(this::settle);
    }

    /** The lowest address at hand of each family on this ENI; empty if one family has none. */
    Optional<DualStack<Ip>> next(EniId eni, Collection<IpFamily> families) {
        var found = families.stream()
                .flatMap(family -> stock.next(eni, family).stream())
                .toList();
        return found.size() == families.size() && !found.isEmpty()
                ? Optional.of(DualStack.ofIps(found))
                : Optional.empty();
    }

    /** How many IPv4 addresses could be handed out if they did not rest. */
    public int resting(Cooldown cooldown, Instant now) {
        wake(cooldown, now);
        return stock.count(Standing.RESTING, IpFamily.V4);
    }

    /** When the next address that rests, or is kept for somebody, may be at hand; empty when there is none. */
    public Optional<Instant> nextRested(Cooldown cooldown, Instant now) {
        wake(cooldown, now);
        var rested =
                rests.first(ip -> stock.has(ip) && !reservations.has(ip)).map(since -> since.plus(cooldown.length()));
        return Stream.concat(rested.stream(), reservations.firstEnd().stream()).min(Comparator.naturalOrder());
    }

    /** When somebody last got an address, or gave one back. */
    public Instant lastUse() {
        return lastUse;
    }

    private void usedAt(Instant time) {
        lastUse = time.isAfter(lastUse) ? time : lastUse;
    }

    private boolean isHeld(Ip ip) {
        return leases.isHeld(ip) || strays.hold(ip);
    }

    private void settle(Ip ip) {
        stock.settle(ip, standing(ip));
    }
}
