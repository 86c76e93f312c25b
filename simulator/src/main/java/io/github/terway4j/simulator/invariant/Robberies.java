package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.net.Ip;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What somebody who has nothing to do with us took: since when it is gone, and who holds it still. */
final class Robberies {
    /** By address and node: that another node has it by now tells its former one nothing. */
    private final Map<Ip, Map<String, Instant>> gone = new TreeMap<>();

    private final Map<Ip, SortedSet<Holder>> victims = new TreeMap<>();

    void take(Ip ip, String node, Instant now, Collection<Holder> holders) {
        gone.computeIfAbsent(ip, _ -> new TreeMap<>()).put(node, now);
        holders.forEach(holder -> deceive(ip, holder));
    }

    /** An ENI in use on this node has the address again. */
    void giveBack(Ip ip, String node) {
        gone.getOrDefault(ip, new TreeMap<>()).remove(node);
        retain(ip, holder -> !holder.node().equals(node));
    }

    /** Somebody was given what is gone. */
    void deceive(Ip ip, Holder holder) {
        victims.computeIfAbsent(ip, _ -> new TreeSet<>()).add(holder);
    }

    /** Who no longer holds it is no victim any more. */
    void letGo(Ip ip, Set<Holder> present) {
        retain(ip, present::contains);
    }

    Optional<Instant> since(Ip ip, String node) {
        return Optional.ofNullable(gone.getOrDefault(ip, new TreeMap<>()).get(node));
    }

    boolean harmed(Ip ip, Holder holder) {
        return victims.getOrDefault(ip, new TreeSet<>()).contains(holder);
    }

    private void retain(Ip ip, Predicate<Holder> staying) {
        victims.computeIfPresent(ip, (_, harmed) -> {
            harmed.removeIf(staying.negate());
            return harmed.isEmpty() ? null : harmed;
        });
    }
}
