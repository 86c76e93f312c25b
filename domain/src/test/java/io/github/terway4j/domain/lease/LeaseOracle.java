package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.LeaseProperties.Deed;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Does every deed to a book and, slowly and plainly, to lists of its own, and compares the two after each. */
final class LeaseOracle {
    private final List<IpFamily> families;
    private final LeaseDesk desk;
    private LeaseBook book = new LeaseBook();
    private final TreeMap<Ip, EniId> stocked = new TreeMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final TreeMap<Ip, Instant> returned = new TreeMap<>();
    private final TreeSet<Ip> marked = new TreeSet<>();
    private Instant now = NOON;

    LeaseOracle(List<IpFamily> families) {
        this.families = families;
        desk = new LeaseDesk(families, HALF_A_MINUTE, EniSelection.MOST_IPS);
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
                        .filter(ip -> holder(ip).isEmpty() && hasRested(ip))
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
                assertEquals(lease(key), book.takeBack(key, now));
                lease(key).ifPresent(ended -> {
                    leases.remove(ended);
                    ended.addresses().all().forEach(ip -> returned.put(ip, now));
                });
            }
            case Deed.Wait(var length) -> now = now.plus(length);
            case Deed.Restart() -> {
                book = new LeaseBook();
                assertEquals(List.of(), book.restore(leases));
                stocked.clear();
                returned.clear();
                marked.clear();
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
                assertTrue(rested(lease.eni()).containsAll(lease.addresses().all()), lease + " at " + now);
                leases.add(lease);
                lease.addresses().all().forEach(returned::remove);
                if (marked.removeAll(lease.addresses().all())) {
                    assertEquals(List.of(), unmarkedChoices(), () -> lease + " although others are not marked");
                }
            }
            case LeaseDecision.Starved(var resting) -> {
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
    }

    private List<Ip> free(EniId eni) {
        return stocked.keySet().stream()
                .filter(ip -> eni.equals(stocked.get(ip)) && holder(ip).isEmpty())
                .toList();
    }

    private List<Ip> rested(EniId eni) {
        return free(eni).stream().filter(this::hasRested).toList();
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
                .filter(ip -> ip.family() == IpFamily.V4 && holder(ip).isEmpty() && !hasRested(ip))
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
