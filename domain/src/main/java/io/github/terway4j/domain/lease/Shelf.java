package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.net.Ip;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Addresses that lie together, sorted by how they stand, so that nobody has to search for one. */
final class Shelf {
    private final Map<Standing, NavigableSet<Ip>> addresses = new EnumMap<>(Standing.class);

    void add(Ip ip, Standing standing) {
        addresses.computeIfAbsent(standing, _ -> new TreeSet<>()).add(ip);
    }

    void remove(Ip ip, Standing standing) {
        among(standing).remove(ip);
    }

    int count(Standing standing) {
        return among(standing).size();
    }

    int size() {
        return addresses.values().stream().mapToInt(NavigableSet::size).sum();
    }

    Ip first(Standing standing) {
        return among(standing).first();
    }

    List<Ip> all() {
        return addresses.values().stream().flatMap(NavigableSet::stream).toList();
    }

    private NavigableSet<Ip> among(Standing standing) {
        return addresses.getOrDefault(standing, Collections.emptyNavigableSet());
    }
}
