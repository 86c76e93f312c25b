package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Addresses that are kept for pods that may come back. */
final class Reservations {
    private final TreeMap<Ip, Reservation> reserved = new TreeMap<>();

    /** The pod has no other for this interface afterwards. */
    void add(Reservation reservation) {
        of(reservation.owner(), reservation.interfaceName()).ifPresent(this::remove);
        reservation.addresses().all().forEach(ip -> reserved.put(ip, reservation));
    }

    void remove(Reservation reservation) {
        reserved.values().removeIf(reservation::equals);
    }

    boolean has(Ip ip) {
        return reserved.containsKey(ip);
    }

    /** How many addresses between these two are kept, both included. */
    int between(Ip first, Ip last) {
        return reserved.subMap(first, true, last, true).size();
    }

    Optional<Reservation> of(PodRef pod, LinkName interfaceName) {
        return reserved.values().stream()
                .filter(reservation -> reservation.isFor(pod, interfaceName))
                .findFirst();
    }

    /** Ends those that are, and names them. */
    List<Reservation> endThose(Predicate<Reservation> over) {
        var ended = all().stream().filter(over).toList();
        ended.forEach(this::remove);
        return ended;
    }

    /** All of them end so much later, or earlier. */
    void shift(Duration by) {
        reserved.replaceAll(
                (_, reservation) -> reservation.until(reservation.until().plus(by)));
    }

    Optional<Instant> firstEnd() {
        return reserved.values().stream().map(Reservation::until).min(Comparator.naturalOrder());
    }

    /** In the order of their owners. */
    List<Reservation> all() {
        return reserved.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Reservation::owner).thenComparing(Reservation::interfaceName))
                .toList();
    }
}
