package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The addresses that may be handed out: on which ENI each lies, and how it stands. Whoever changes how one stands says
 * so by {@link #settle}; then every question is answered without a search.
 */
final class Stock {
    private final TreeMap<EniId, Map<IpFamily, Shelf>> shelves = new TreeMap<>();
    private final TreeMap<Ip, Place> places = new TreeMap<>();

    /** From now on exactly these lie on the ENI, and on no other. */
    void put(EniId eni, Collection<Ip> addresses, Function<Ip, Standing> standing) {
        shelves.computeIfAbsent(eni, _ -> new EnumMap<>(IpFamily.class));
        // The pool says it in every pass, and in most of them nothing has changed.
        if (size(eni) != addresses.size() || !addresses.stream().allMatch(ip -> liesOn(eni, ip))) {
            all(eni).forEach(this::remove);
            addresses.forEach(ip -> {
                remove(ip);
                place(ip, new Place(eni, standing.apply(ip)));
            });
        }
    }

    /** These lie on the ENI besides, and on no other. */
    void putMore(EniId eni, Collection<Ip> addresses, Function<Ip, Standing> standing) {
        var all = new TreeSet<>(all(eni));
        all.addAll(addresses);
        put(eni, all, standing);
    }

    /** The address, if it is in stock, stands differently now. */
    void settle(Ip ip, Standing standing) {
        find(ip).filter(place -> place.standing() != standing).ifPresent(place -> {
            remove(ip);
            place(ip, new Place(place.eni(), standing));
        });
    }

    void remove(Ip ip) {
        find(ip).ifPresent(place -> {
            shelf(place.eni(), ip.family()).remove(ip, place.standing());
            places.remove(ip);
        });
    }

    void remove(EniId eni) {
        all(eni).forEach(this::remove);
        shelves.remove(eni);
    }

    boolean has(Ip ip) {
        return places.containsKey(ip);
    }

    List<EniId> enis() {
        return List.copyOf(shelves.keySet());
    }

    int count(EniId eni, IpFamily family) {
        return shelf(eni, family).size();
    }

    /** Of the family, over all ENIs. */
    int count(Standing standing, IpFamily family) {
        return shelves.keySet().stream()
                .mapToInt(eni -> shelf(eni, family).count(standing))
                .sum();
    }

    Optional<Ip> next(EniId eni, IpFamily family) {
        return shelf(eni, family).next();
    }

    /** All of the ENI that nobody holds, lowest first. */
    List<Ip> unheld(EniId eni) {
        return Stream.of(IpFamily.values())
                .flatMap(family -> shelf(eni, family).unheld().stream())
                .toList();
    }

    private List<Ip> all(EniId eni) {
        return shelves.getOrDefault(eni, Map.of()).values().stream()
                .flatMap(shelf -> shelf.all().stream())
                .toList();
    }

    private int size(EniId eni) {
        return Stream.of(IpFamily.values())
                .mapToInt(family -> count(eni, family))
                .sum();
    }

    private boolean liesOn(EniId eni, Ip ip) {
        return find(ip).filter(place -> place.eni().equals(eni)).isPresent();
    }

    private Shelf shelf(EniId eni, IpFamily family) {
        return shelves.getOrDefault(eni, Map.of()).getOrDefault(family, new Shelf());
    }

    private void place(Ip ip, Place place) {
        shelves.computeIfAbsent(place.eni(), _ -> new EnumMap<>(IpFamily.class))
                .computeIfAbsent(ip.family(), _ -> new Shelf())
                .add(ip, place.standing());
        places.put(ip, place);
    }

    private Optional<Place> find(Ip ip) {
        return Optional.ofNullable(places.get(ip));
    }

    private record Place(EniId eni, Standing standing) {}
}
