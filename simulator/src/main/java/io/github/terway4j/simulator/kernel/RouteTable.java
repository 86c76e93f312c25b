package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One routing table of one family: the longest prefix wins, then the lowest metric, then who came first. */
final class RouteTable {
    private final TreeMap<Cidr, List<RouteEntry>> byDestination = new TreeMap<>();
    /** How many destinations there are of each prefix length, so that a lookup tries only lengths that occur. */
    private final int[] destinationsOfLength;

    RouteTable(IpFamily family) {
        destinationsOfLength = new int[family.bits() + 1];
    }

    Optional<RouteEntry> lookup(Ip destination) {
        return best(destination).stream().findFirst();
    }

    /** The route with the longest prefix and the lowest metric, and those that are as good, in the order they came. */
    List<RouteEntry> best(Ip destination) {
        for (int length = destinationsOfLength.length - 1; length >= 0; length--) {
            var entries = destinationsOfLength[length] == 0 ? null : byDestination.get(Cidr.of(destination, length));
            if (entries != null) {
                return entries.stream().filter(entries.getFirst()::sameSeatAs).toList();
            }
        }
        return List.of();
    }

    /** Behind those that are there ({@code NLM_F_APPEND}): so the kernel adds its own. An equal one is not doubled. */
    void append(RouteEntry entry) {
        var entries = entriesFor(entry.destination());
        if (entries.contains(entry)) {
            return;
        }
        int at = 0;
        while (at < entries.size() && entries.get(at).metric() <= entry.metric()) {
            at++;
        }
        entries.add(at, entry);
    }

    /** In the place of the first with the same metric, whoever made that one ({@code NLM_F_REPLACE}). */
    void replace(RouteEntry entry) {
        var entries = entriesFor(entry.destination());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).sameSeatAs(entry)) {
                entries.set(i, entry);
                return;
            }
        }
        append(entry);
    }

    void removeIf(Cidr destination, Predicate<RouteEntry> condemned) {
        var entries = byDestination.get(destination);
        if (entries != null && entries.removeIf(condemned) && entries.isEmpty()) {
            byDestination.remove(destination);
            destinationsOfLength[destination.length()]--;
        }
    }

    void removeIf(Predicate<RouteEntry> condemned) {
        List.copyOf(byDestination.keySet()).forEach(destination -> removeIf(destination, condemned));
    }

    Stream<RouteEntry> entriesAt(Cidr destination) {
        return byDestination.getOrDefault(destination, List.of()).stream();
    }

    Stream<RouteEntry> entries() {
        return byDestination.values().stream().flatMap(List::stream);
    }

    private List<RouteEntry> entriesFor(Cidr destination) {
        return byDestination.computeIfAbsent(destination, fresh -> {
            destinationsOfLength[fresh.length()]++;
            return new ArrayList<>(1);
        });
    }
}
