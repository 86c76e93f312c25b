package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the node knows of its addresses: which it may hand out (the stock), who holds which (the leases), and which came
 * back lately (resting). The pool stocks it, the desk reads it, and the two meet nowhere else.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class LeaseBook {
    private final TreeMap<AttachmentKey, Lease> leases = new TreeMap<>();
    private final TreeMap<Ip, AttachmentKey> holders = new TreeMap<>();
    private final TreeMap<EniId, TreeSet<Ip>> stock = new TreeMap<>();
    private final TreeMap<Ip, Instant> returned = new TreeMap<>();

    /** From now on exactly these addresses of the ENI may be handed out; leases on others stay what they are. */
    public void stock(EniId eni, Collection<Ip> addresses) {
        var here = new TreeSet<>(addresses);
        // An address lies on one ENI alone: what is here now is no longer where it was.
        stock.values().forEach(elsewhere -> elsewhere.removeAll(here));
        stock.put(eni, here);
    }

    /** These may be handed out besides. */
    public void stockMore(EniId eni, Collection<Ip> addresses) {
        var all = new TreeSet<>(stockOf(eni));
        all.addAll(addresses);
        stock(eni, all);
    }

    /** Nothing of this ENI is handed out any more. */
    public void unstock(EniId eni) {
        stock.remove(eni);
    }

    /** Takes out of the stock those of {@code addresses} that nobody holds, and names them: these may be given up. */
    public List<Ip> withhold(EniId eni, Collection<Ip> addresses) {
        var withheld = free(eni).stream().filter(addresses::contains).toList();
        withheld.forEach(stockOf(eni)::remove);
        return withheld;
    }

    /** Writes a lease down; a lease of the same key with the same addresses is written over. */
    public void grant(Lease lease) {
        for (var ip : lease.addresses().all()) {
            var holder = holders.get(ip);
            if (holder != null && !holder.equals(lease.key())) {
                throw new IllegalStateException(
                        "%s is held by %s and cannot be granted to %s".formatted(ip, holder, lease.key()));
            }
        }
        var before = leases.get(lease.key());
        if (before != null && !before.addresses().equals(lease.addresses())) {
            throw new IllegalStateException("%s holds %s and cannot be granted %s besides"
                    .formatted(lease.key(), before.addresses(), lease.addresses()));
        }
        leases.put(lease.key(), lease);
        lease.addresses().all().forEach(ip -> holders.put(ip, lease.key()));
    }

    /**
     * Writes down leases from before a restart. Of two that name one address the younger counts: the agent died between
     * writing it and forgetting the older. Returns those that do not count.
     */
    public List<Lease> restore(Collection<Lease> remembered) {
        var superseded = new ArrayList<Lease>();
        var youngestFirst = Comparator.comparing(Lease::since).reversed().thenComparing(Lease::key);
        for (var lease : remembered.stream().sorted(youngestFirst).toList()) {
            if (lease.addresses().all().stream().anyMatch(holders::containsKey)) {
                superseded.add(lease);
            } else {
                grant(lease);
            }
        }
        return superseded;
    }

    /** The addresses of {@code older} pass to {@code newer}, without ever being free in between. */
    void pass(Lease older, Lease newer) {
        leases.remove(older.key());
        older.addresses().all().forEach(holders::remove);
        grant(newer);
    }

    /** Ends a lease; its addresses rest from {@code now} on. Empty where there is no such lease. */
    public Optional<Lease> takeBack(AttachmentKey key, Instant now) {
        var lease = Optional.ofNullable(leases.remove(key));
        lease.ifPresent(ended -> {
            for (var ip : ended.addresses().all()) {
                holders.remove(ip);
                // Whether it is in stock now or not: it may be again before it has rested.
                returned.put(ip, now);
            }
        });
        return lease;
    }

    public Optional<Lease> lease(AttachmentKey key) {
        return Optional.ofNullable(leases.get(key));
    }

    /** The lease that any sandbox of this pod holds for the interface. */
    public Optional<Lease> leaseOf(PodRef pod, LinkName interfaceName) {
        return leases.values().stream()
                .filter(lease ->
                        lease.pod().equals(pod) && lease.key().interfaceName().equals(interfaceName))
                .findFirst();
    }

    public boolean holdsAnyOf(EniId eni) {
        return leases.values().stream().anyMatch(lease -> lease.eni().equals(eni));
    }

    public Optional<AttachmentKey> holder(Ip ip) {
        return Optional.ofNullable(holders.get(ip));
    }

    public List<Lease> leases() {
        return List.copyOf(leases.values());
    }

    /** ENIs whose addresses may be handed out, in the order of their ids. */
    public List<EniId> enis() {
        return List.copyOf(stock.keySet());
    }

    /** All addresses of the ENI that may be handed out, held or not. */
    public int stocked(EniId eni, IpFamily family) {
        return (int) stockOf(eni).stream().filter(ip -> ip.family() == family).count();
    }

    /** The addresses of the ENI that nobody holds, resting ones included, lowest first. */
    public List<Ip> free(EniId eni) {
        return stockOf(eni).stream().filter(ip -> !holders.containsKey(ip)).toList();
    }

    /** The lowest unheld address of each family on this ENI that has rested; empty if one family has none. */
    Optional<DualStack<Ip>> rested(EniId eni, Collection<IpFamily> families, Cooldown cooldown, Instant now) {
        returned.values().removeIf(since -> cooldown.over(since, now));
        var found = new ArrayList<Ip>();
        for (var family : families) {
            free(eni).stream()
                    .filter(ip -> ip.family() == family && !returned.containsKey(ip))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.size() == families.size() && !found.isEmpty()
                ? Optional.of(DualStack.ofIps(found))
                : Optional.empty();
    }

    /** How many IPv4 addresses could be handed out if they did not rest. */
    public int resting(Cooldown cooldown, Instant now) {
        return (int) restEnds(cooldown, now, IpFamily.V4).count();
    }

    /** When the next resting address will have rested; empty when none rests. */
    public Optional<Instant> nextRested(Cooldown cooldown, Instant now) {
        return Stream.of(IpFamily.values())
                .flatMap(family -> restEnds(cooldown, now, family))
                .min(Instant::compareTo);
    }

    private Stream<Instant> restEnds(Cooldown cooldown, Instant now, IpFamily family) {
        return stock.keySet().stream()
                .flatMap(eni -> free(eni).stream())
                .filter(ip -> ip.family() == family)
                .flatMap(ip -> Optional.ofNullable(returned.get(ip)).stream())
                .filter(since -> !cooldown.over(since, now))
                .map(since -> since.plus(cooldown.length()));
    }

    private NavigableSet<Ip> stockOf(EniId eni) {
        return stock.getOrDefault(eni, new TreeSet<>());
    }
}
