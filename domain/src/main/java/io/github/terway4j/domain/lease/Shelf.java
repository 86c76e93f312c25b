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
        var size = 0;
        for (var some : addresses.values()) {
            size += some.size();
        }
        return size;
    }

    Ip first(Standing standing) {
        return among(standing).first();
    }

    /** Those that are nobody's, together with how they stand. */
    void addUnheld(List<Unheld> unheld) {
        addresses.forEach((standing, some) -> {
            if (!standing.isSomebodys()) {
                some.forEach(ip -> unheld.add(new Unheld(ip, standing)));
            }
        });
    }

    List<Ip> all() {
        return addresses.values().stream().flatMap(NavigableSet::stream).toList();
    }

    private NavigableSet<Ip> among(Standing standing) {
        return addresses.getOrDefault(standing, Collections.emptyNavigableSet());
    }
}
