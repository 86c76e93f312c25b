package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.lease.Rack.Goods;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The addresses that may be handed out: on which ENI each lies, and how it stands. Whoever changes how one stands says
 * so by {@link #settle}; then every question is answered without a search.
 */
final class Stock {
    private final TreeMap<EniId, Rack> racks = new TreeMap<>();
    private final TreeMap<Ip, Place> places = new TreeMap<>();

    /** From now on exactly these lie on the ENI, and on no other. */
    void put(EniId eni, Collection<Ip> singles, Collection<IpPrefix> prefixes, Function<Ip, Standing> standing) {
        var goods = new Goods(List.copyOf(singles), List.copyOf(prefixes));
        // The pool says it in every pass, and in most of them nothing has changed.
        if (rack(eni)
                .filter(rack -> rack.isWhole() && rack.goods().equals(goods))
                .isEmpty()) {
            remove(eni);
            var rack = new Rack(goods);
            racks.put(eni, rack);
            goods.addresses().forEach(ip -> {
                remove(ip);
                place(ip, new Place(rack, standing.apply(ip)));
            });
        }
    }

    /** These lie on the ENI besides, and on no other. */
    void putMore(EniId eni, Collection<Ip> singles, Collection<IpPrefix> prefixes, Function<Ip, Standing> standing) {
        var before = rack(eni).map(Rack::left).orElseGet(() -> new Goods(List.of(), List.of()));
        put(eni, together(before.singles(), singles), together(before.prefixes(), prefixes), standing);
    }

    /** The address, if it is in stock, stands differently now. */
    void settle(Ip ip, Standing standing) {
        find(ip).filter(place -> place.standing() != standing).ifPresent(place -> {
            place.rack().move(ip, place.standing(), standing);
            places.put(ip, new Place(place.rack(), standing));
        });
    }

    void remove(Ip ip) {
        find(ip).ifPresent(place -> {
            place.rack().takeOut(ip, place.standing());
            places.remove(ip);
        });
    }

    void remove(EniId eni) {
        rack(eni).ifPresent(rack -> rack.all().forEach(this::remove));
        racks.remove(eni);
    }

    /** The ENI on which all of these lie; empty if some lie nowhere, or on different ones. */
    Optional<EniId> eniOf(Collection<Ip> ips) {
        return enis().stream()
                .filter(eni -> ips.stream().allMatch(ip -> has(eni, ip)))
                .findFirst();
    }

    /** Whether the address lies on this ENI. */
    boolean has(EniId eni, Ip ip) {
        return rack(eni).isPresent() && rack(eni).equals(find(ip).map(Place::rack));
    }

    boolean has(Ip ip) {
        return places.containsKey(ip);
    }

    List<EniId> enis() {
        return List.copyOf(racks.keySet());
    }

    int count(EniId eni, IpFamily family) {
        return rack(eni).map(rack -> rack.count(family)).orElse(0);
    }

    int count(EniId eni, Standing standing, IpFamily family) {
        return rack(eni).map(rack -> rack.count(standing, family)).orElse(0);
    }

    /** Those of these single addresses that are nobody's, if they are what lies on the ENI. */
    Optional<List<Unheld>> unheld(EniId eni, List<Ip> singles) {
        return rack(eni)
                .filter(rack -> rack.isWhole() && rack.goods().singles().equals(singles))
                .map(Rack::unheldSingles);
    }

    /** How the address stands, if it is in stock. */
    Optional<Standing> standing(Ip ip) {
        return find(ip).map(Place::standing);
    }

    /** Of the family, over all ENIs. */
    int count(Standing standing, IpFamily family) {
        return racks.values().stream()
                .mapToInt(rack -> rack.count(standing, family))
                .sum();
    }

    Optional<Ip> next(EniId eni, IpFamily family) {
        return rack(eni).flatMap(rack -> rack.next(family));
    }

    /** All of the ENI, held or not, lowest first. */
    List<Ip> addresses(EniId eni) {
        return rack(eni).map(Rack::all).orElse(List.of()).stream().sorted().toList();
    }

    private void place(Ip ip, Place place) {
        place.rack().add(ip, place.standing());
        places.put(ip, place);
    }

    private Optional<Rack> rack(EniId eni) {
        return Optional.ofNullable(racks.get(eni));
    }

    private Optional<Place> find(Ip ip) {
        return Optional.ofNullable(places.get(ip));
    }

    private static <T> List<T> together(Collection<T> some, Collection<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private record Place(Rack rack, Standing standing) {}
}
