package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table against a list that is searched from end to end. */
final class RouteTableProperties {
    private static final int FEW_BITS = 6;

    @Property
    void the_longest_prefix_wins_then_the_lowest_metric_then_who_came_first(
            @ForAll("entries") List<RouteEntry> entries, @ForAll("addresses") Ip destination) {
        var table = new RouteTable(IpFamily.V4);
        var list = new ArrayList<RouteEntry>();
        for (var entry : entries) {
            table.append(entry);
            if (!list.contains(entry)) {
                list.add(entry);
            }
        }
        assertEquals(bestOf(list, destination), table.lookup(destination));
    }

    @Property
    void what_was_removed_is_not_found_and_everything_else_is(
            @ForAll("entries") List<RouteEntry> entries, @ForAll("addresses") Ip destination) {
        var table = new RouteTable(IpFamily.V4);
        entries.forEach(table::append);
        var gone = entries.subList(0, entries.size() / 2);
        gone.forEach(entry -> table.removeIf(entry.destination(), entry::equals));
        var left = entries.stream()
                .distinct()
                .filter(entry -> !gone.contains(entry))
                .toList();
        assertEquals(bestOf(left, destination), table.lookup(destination));
        table.removeIf(left::contains);
        assertEquals(Optional.empty(), table.lookup(destination));
    }

    @Property
    void replacing_leaves_one_route_in_a_seat_of_one(
            @ForAll("entries") List<RouteEntry> entries, @ForAll("entry") RouteEntry last) {
        var table = new RouteTable(IpFamily.V4);
        entries.forEach(table::replace);
        table.replace(last);
        assertEquals(
                List.of(last),
                table.entriesAt(last.destination()).filter(last::sameSeatAs).toList());
    }

    @Provide
    Arbitrary<List<RouteEntry>> entries() {
        return entry().list().ofMaxSize(12);
    }

    /** Told apart by their protocol, as if each led elsewhere. */
    @Provide
    Arbitrary<RouteEntry> entry() {
        return Combinators.combine(
                        addresses(),
                        Arbitraries.integers().between(32 - FEW_BITS, 32),
                        Arbitraries.of(0, 256),
                        Arbitraries.integers().between(1, 3))
                .as((ip, length, metric, protocol) ->
                        new RouteEntry(Cidr.of(ip, length), new Leads.Nowhere(Refusal.BLACKHOLE), metric, protocol));
    }

    /** Few enough for prefixes to meet. */
    @Provide
    Arbitrary<Ip> addresses() {
        return Arbitraries.longs().between(0, (1 << FEW_BITS) - 1).map(Ip.parse("10.0.0.0")::plus);
    }

    private static Optional<RouteEntry> bestOf(List<RouteEntry> entries, Ip destination) {
        return entries.stream()
                .filter(entry -> entry.destination().contains(destination))
                .min(Comparator.<RouteEntry>comparingInt(
                                entry -> -entry.destination().length())
                        .thenComparingInt(RouteEntry::metric));
    }
}
