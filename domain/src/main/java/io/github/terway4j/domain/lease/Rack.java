package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies on one ENI: single addresses, and blocks of them. Of blocks the fullest serves first, so that others become
 * empty and can go; single addresses, which can go one by one, serve last.
 */
final class Rack {
    private final Map<IpFamily, Shelf> singles = new EnumMap<>(IpFamily.class);
    private final TreeMap<IpPrefix, Shelf> blocks = new TreeMap<>();
    private final Goods goods;
    private boolean whole = true;

    Rack(Goods goods) {
        this.goods = goods;
        goods.prefixes().forEach(prefix -> blocks.put(prefix, new Shelf()));
    }

    Goods goods() {
        return goods;
    }

    /** Those of its goods that have not been taken out since. */
    Goods left() {
        var all = all();
        return new Goods(
                goods.singles().stream().filter(all::contains).toList(),
                blocks.entrySet().stream()
                        .filter(block -> block.getValue().size() > 0)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Whether nothing has been taken out since it was filled. */
    boolean isWhole() {
        return whole;
    }

    void add(Ip ip, Standing standing) {
        shelf(ip).add(ip, standing);
    }

    void move(Ip ip, Standing from, Standing to) {
        var shelf = shelf(ip);
        shelf.remove(ip, from);
        shelf.add(ip, to);
    }

    void takeOut(Ip ip, Standing standing) {
        shelf(ip).remove(ip, standing);
        whole = false;
    }

    int count(IpFamily family) {
        var count = 0;
        for (var shelf : shelves(family)) {
            count += shelf.size();
        }
        return count;
    }

    int count(Standing standing, IpFamily family) {
        var count = 0;
        for (var shelf : shelves(family)) {
            count += shelf.count(standing);
        }
        return count;
    }

    /** The next that can be handed out; one that the pool would give up only if there is no other. */
    Optional<Ip> next(IpFamily family) {
        return next(family, Standing.READY).or(() -> next(family, Standing.MARKED));
    }

    private Optional<Ip> next(IpFamily family, Standing standing) {
        for (var shelf : fullestFirst(family)) {
            if (shelf.count(standing) > 0) {
                return Optional.of(shelf.first(standing));
            }
        }
        return Optional.empty();
    }

    /** Single addresses that are nobody's. */
    List<Unheld> unheldSingles() {
        var unheld = new ArrayList<Unheld>();
        singles.values().forEach(shelf -> shelf.addUnheld(unheld));
        return unheld;
    }

    List<Ip> all() {
        return Stream.of(IpFamily.values())
                .flatMap(family -> shelves(family).stream())
                .flatMap(shelf -> shelf.all().stream())
                .toList();
    }

    private Shelf shelf(Ip ip) {
        var block = blocks.isEmpty() ? Optional.<Shelf>empty() : Optional.ofNullable(blocks.get(IpPrefix.around(ip)));
        return block.orElseGet(() -> singles.computeIfAbsent(ip.family(), _ -> new Shelf()));
    }

    private List<Shelf> shelves(IpFamily family) {
        var some = new ArrayList<Shelf>(blocks.size() + 1);
        blocks.forEach((prefix, shelf) -> {
            if (prefix.family() == family) {
                some.add(shelf);
            }
        });
        var rest = singles.get(family);
        if (rest != null) {
            some.add(rest);
        }
        return some;
    }

    /** In the order in which they serve: blocks before single addresses. */
    private List<Shelf> fullestFirst(IpFamily family) {
        var some = shelves(family);
        var last = some.size() - (singles.containsKey(family) ? 1 : 0);
        some.subList(0, last)
                .sort(Comparator.<Shelf>comparingInt(shelf -> shelf.count(Standing.HELD))
                        .reversed());
        return some;
    }

    /** What the cloud says that lies there. */
    record Goods(List<Ip> singles, List<IpPrefix> prefixes) {
        Goods {
            singles = List.copyOf(singles);
            prefixes = List.copyOf(prefixes);
        }

        /** Of an IPv6 block as many as there are IPv4 addresses beside them, for each pod takes one of each. */
        List<Ip> addresses() {
            var v4 = Stream.concat(singles.stream(), prefixes.stream().flatMap(prefix -> prefix.addresses(16).stream()))
                    .filter(ip -> ip.family() == IpFamily.V4)
                    .count();
            return Stream.concat(
                            singles.stream(), prefixes.stream().flatMap(prefix -> prefix.addresses((int) v4).stream()))
                    .toList();
        }
    }
}
