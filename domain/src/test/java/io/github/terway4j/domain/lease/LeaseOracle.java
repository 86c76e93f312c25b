package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.LeaseProperties.Deed;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Does every deed to a book and, slowly and plainly, to lists of its own, and compares the two after each. */
final class LeaseOracle {
    private static final Workload STATEFUL = new Workload("statefulset", false);

    private final List<IpFamily> families;
    private final LeaseDesk desk;
    private LeaseBook book = new LeaseBook();
    private final TreeMap<Ip, EniId> stocked = new TreeMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final TreeMap<Ip, Instant> returned = new TreeMap<>();
    private final TreeSet<Ip> marked = new TreeSet<>();
    private final List<Reservation> kept = new ArrayList<>();
    private Instant now = NOON;

    LeaseOracle(List<IpFamily> families, Keeping keeping) {
        this.families = families;
        desk = new LeaseDesk(families, HALF_A_MINUTE, EniSelection.MOST_IPS, keeping);
    }

    void watch(Deed deed) {
        switch (deed) {
            case Deed.Stock(var eni, var addresses) -> {
                book.stock(eni, addresses);
                stocked.values().removeIf(eni::equals);
                addresses.forEach(ip -> stocked.put(ip, eni));
            }
            case Deed.StockMore(var eni, var addresses) -> {
                book.stockMore(eni, addresses, List.of());
                addresses.forEach(ip -> stocked.put(ip, eni));
            }
            case Deed.Unstock(var eni) -> {
                book.unstock(eni);
                stocked.values().removeIf(eni::equals);
            }
            case Deed.Mark(var addresses) -> {
                book.wake(HALF_A_MINUTE, now);
                book.mark(addresses);
                marked.clear();
                addresses.stream()
                        .filter(ip -> holder(ip).isEmpty() && owner(ip).isEmpty() && hasRested(ip))
                        .forEach(marked::add);
            }
            case Deed.Withhold(var addresses) -> {
                var expected = addresses.stream()
                        .filter(ip -> marked.contains(ip) && stocked.containsKey(ip))
                        .toList();
                assertEquals(expected, book.withhold(addresses));
                expected.forEach(stocked::remove);
            }
            case Deed.Ask ask -> answered(ask, desk.ask(book, ask.key(), ask.pod(), now));
            case Deed.TakeBack(var key) -> {
                assertEquals(lease(key), desk.takeBack(book, key, STATEFUL, now));
                lease(key).ifPresent(ended -> {
                    leases.remove(ended);
                    ended.addresses().all().forEach(ip -> returned.put(ip, now));
                    desk.keeping().of(ended, STATEFUL, now).ifPresent(kept::add);
                });
            }
            case Deed.Wait(var length) -> {
                now = now.plus(length);
                kept.removeIf(reservation -> reservation.isOver(now));
                book.wake(HALF_A_MINUTE, now);
            }
            case Deed.Restart() -> {
                book = new LeaseBook();
                assertEquals(List.of(), book.restore(leases));
                stocked.clear();
                returned.clear();
                marked.clear();
                kept.clear();
            }
        }
        compare();
    }

    private void answered(Deed.Ask ask, LeaseDecision decision) {
        var older =
                leases.stream().filter(lease -> lease.pod().equals(ask.pod())).findFirst();
        switch (decision) {
            case LeaseDecision.AlreadyHeld(var lease) -> assertEquals(lease(ask.key()), Optional.of(lease));
            case LeaseDecision.Replaced(var lease, var replaced) -> {
                assertEquals(older, Optional.of(replaced));
                assertEquals(replaced.addresses(), lease.addresses());
                assertTrue(lease.since().isAfter(replaced.since()), lease + " after " + replaced);
                leases.remove(replaced);
                leases.add(lease);
            }
            case LeaseDecision.Granted(var lease) -> {
                assertEquals(Optional.empty(), older);
                assertEquals(
                        List.copyOf(families), List.copyOf(lease.addresses().families()));
                var own = keptFor(ask.pod());
                if (own.isPresent()) {
                    assertEquals(own.get().addresses(), lease.addresses());
                    assertEquals(own.get().eni(), lease.eni());
                    kept.remove(own.get());
                } else {
                    assertTrue(rested(lease.eni()).containsAll(lease.addresses().all()), lease + " at " + now);
                }
                lease.addresses().all().forEach(ip -> assertEquals(lease.eni(), stocked.get(ip)));
                leases.add(lease);
                lease.addresses().all().forEach(returned::remove);
                if (marked.removeAll(lease.addresses().all())) {
                    assertEquals(List.of(), unmarkedChoices(), () -> lease + " although others are not marked");
                }
            }
            case LeaseDecision.Awaiting(var reservation) -> {
                assertEquals(keptFor(ask.pod()), Optional.of(reservation));
                assertFalse(reservation.addresses().all().stream()
                        .allMatch(ip -> reservation.eni().equals(stocked.get(ip))));
            }
            case LeaseDecision.Starved(var resting) -> {
                assertEquals(Optional.empty(), keptFor(ask.pod()));
                assertEquals(Optional.empty(), older);
                stocked.values()
                        .forEach(eni -> assertTrue(
                                families.stream()
                                        .anyMatch(
                                                family -> rested(eni).stream().noneMatch(ip -> ip.family() == family)),
                                () -> "%s at %s has all of %s".formatted(eni, now, rested(eni))));
                assertEquals(resting(), resting);
            }
        }
    }

    private void compare() {
        assertEquals(leases.stream().sorted(Comparator.comparing(Lease::key)).toList(), book.leases());
        stocked.forEach((ip, eni) -> {
            assertEquals(holder(ip), book.holder(ip));
            assertEquals(holder(ip).isEmpty(), book.free(eni).contains(ip), () -> ip + " is held or free, never lost");
        });
        for (var eni : book.enis()) {
            assertEquals(free(eni), book.free(eni));
        }
        assertEquals(resting(), book.resting(HALF_A_MINUTE, now));
        assertEquals(
                kept.stream().sorted(Comparator.comparing(Reservation::owner)).toList(), book.reservations());
    }

    private List<Ip> free(EniId eni) {
        return stocked.keySet().stream()
                .filter(ip -> eni.equals(stocked.get(ip)) && holder(ip).isEmpty())
                .toList();
    }

    private List<Ip> rested(EniId eni) {
        return free(eni).stream()
                .filter(ip -> hasRested(ip) && owner(ip).isEmpty())
                .toList();
    }

    private Optional<Reservation> keptFor(PodRef pod) {
        return kept.stream().filter(one -> one.owner().equals(pod)).findFirst();
    }

    private Optional<PodRef> owner(Ip ip) {
        return kept.stream()
                .filter(one -> one.addresses().all().contains(ip))
                .map(Reservation::owner)
                .findFirst();
    }

    /** ENIs that would have something for everybody that the pool does not want to give up. */
    private List<EniId> unmarkedChoices() {
        return stocked.values().stream()
                .distinct()
                .filter(eni -> families.stream()
                        .allMatch(family ->
                                rested(eni).stream().anyMatch(ip -> ip.family() == family && !marked.contains(ip))))
                .toList();
    }

    private boolean hasRested(Ip ip) {
        var since = returned.getOrDefault(ip, Instant.MIN);
        return !now.isBefore(since.plus(HALF_A_MINUTE.length()));
    }

    private int resting() {
        return (int) stocked.keySet().stream()
                .filter(ip -> ip.family() == IpFamily.V4
                        && holder(ip).isEmpty()
                        && owner(ip).isEmpty()
                        && !hasRested(ip))
                .count();
    }

    private Optional<Lease> lease(AttachmentKey key) {
        return leases.stream().filter(lease -> lease.key().equals(key)).findFirst();
    }

    private Optional<AttachmentKey> holder(Ip ip) {
        var holders = leases.stream()
                .filter(lease -> lease.addresses().all().contains(ip))
                .map(Lease::key)
                .toList();
        assertTrue(holders.size() <= 1, () -> ip + " is held by " + holders);
        return holders.stream().findFirst();
    }
}
