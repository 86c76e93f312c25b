package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.net.Ip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses of one ENI and one family, sorted by how they stand, so that nobody has to search for one. */
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

    /** The lowest that can be handed out; one that the pool would give up only if there is no other. */
    Optional<Ip> next() {
        return Stream.of(Standing.READY, Standing.MARKED)
                .map(this::among)
                .filter(some -> !some.isEmpty())
                .map(NavigableSet::first)
                .findFirst();
    }

    List<Ip> all() {
        return addresses.values().stream().flatMap(NavigableSet::stream).toList();
    }

    /** All that nobody holds, lowest first. */
    List<Ip> unheld() {
        var unheld = new ArrayList<>(all());
        unheld.removeAll(among(Standing.HELD));
        Collections.sort(unheld);
        return unheld;
    }

    private NavigableSet<Ip> among(Standing standing) {
        return addresses.getOrDefault(standing, Collections.emptyNavigableSet());
    }
}
