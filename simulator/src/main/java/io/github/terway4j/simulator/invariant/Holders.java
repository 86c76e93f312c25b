package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.net.Ip;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who holds which address, and how many times: an older and a newer sandbox of a pod may both. */
final class Holders {
    private final Map<Ip, TreeMap<Holder, Integer>> holders = new TreeMap<>();

    void add(Collection<Ip> addresses, Holder holder) {
        addresses.forEach(
                ip -> holders.computeIfAbsent(ip, _ -> new TreeMap<>()).merge(holder, 1, Integer::sum));
    }

    void remove(Collection<Ip> addresses, Holder holder) {
        for (var ip : addresses) {
            holders.computeIfPresent(ip, (_, counts) -> {
                counts.computeIfPresent(holder, (_, count) -> count == 1 ? null : count - 1);
                return counts.isEmpty() ? null : counts;
            });
        }
    }

    Set<Holder> of(Ip ip) {
        var counts = holders.get(ip);
        return counts == null ? Set.of() : counts.keySet();
    }
}
