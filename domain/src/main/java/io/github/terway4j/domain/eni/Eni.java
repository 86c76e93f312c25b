package io.github.terway4j.domain.eni;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One elastic network interface as the cloud last described it.
 *
 * @param addresses every single private address assigned to it, both families, its primary IPv4 address first
 * @param prefixes blocks of addresses assigned to it, both families
 */
public record Eni(
        EniId id,
        Mac mac,
        EniKind kind,
        EniStatus status,
        VSwitchId vSwitch,
        List<Ip> addresses,
        List<IpPrefix> prefixes,
        EniTraits traits) {
    public Eni {
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
        if (addresses.isEmpty() || addresses.getFirst().family() != IpFamily.V4) {
            throw new IllegalArgumentException(
                    "%s has no primary IPv4 address; its addresses are %s".formatted(id, addresses));
        }
    }

    /** One of which nothing else is known. */
    public Eni(EniId id, Mac mac, EniKind kind, EniStatus status, VSwitchId vSwitch, List<Ip> addresses) {
        this(id, mac, kind, status, vSwitch, addresses, List.of(), EniTraits.NONE);
    }

    public Eni with(EniKind other) {
        return new Eni(id, mac, other, status, vSwitch, addresses, prefixes, traits);
    }

    public Eni with(EniStatus other) {
        return new Eni(id, mac, kind, other, vSwitch, addresses, prefixes, traits);
    }

    public Eni with(EniTraits others) {
        return new Eni(id, mac, kind, status, vSwitch, addresses, prefixes, others);
    }

    public Eni withAddresses(List<Ip> others) {
        return new Eni(id, mac, kind, status, vSwitch, others, prefixes, traits);
    }

    public Eni withPrefixes(List<IpPrefix> others) {
        return new Eni(id, mac, kind, status, vSwitch, addresses, others, traits);
    }

    public Tags tags() {
        return traits.tags();
    }

    /** Whether it rides on a trunk, or was made to. */
    public boolean isMember() {
        return kind == EniKind.MEMBER || tags().hasAll(Marks.MEMBER);
    }

    /** With these single addresses and prefixes besides. */
    public Eni plus(List<Ip> more, List<IpPrefix> blocks) {
        return with(
                Stream.concat(addresses.stream(), more.stream()), Stream.concat(prefixes.stream(), blocks.stream()));
    }

    /** Without these. */
    public Eni minus(Collection<Ip> gone, Collection<IpPrefix> blocks) {
        return with(
                addresses.stream().filter(ip -> !gone.contains(ip)),
                prefixes.stream().filter(prefix -> !blocks.contains(prefix)));
    }

    private Eni with(Stream<Ip> singles, Stream<IpPrefix> blocks) {
        return withAddresses(singles.distinct().toList())
                .withPrefixes(blocks.distinct().toList());
    }

    /** The address that the ENI was born with: it is released only with the ENI itself. */
    public Ip primaryAddress() {
        return addresses.getFirst();
    }

    public List<Ip> addresses(IpFamily family) {
        return addresses.stream().filter(ip -> ip.family() == family).toList();
    }

    public int count(IpFamily family) {
        var count = 0;
        for (var ip : addresses) {
            count += ip.family() == family ? 1 : 0;
        }
        return count;
    }

    /** Whether the address is one of its own, or lies in a prefix of its own. */
    public boolean carries(Ip ip) {
        return addresses.contains(ip) || prefixes.stream().anyMatch(prefix -> prefix.contains(ip));
    }

    public List<IpPrefix> prefixes(IpFamily family) {
        return prefixes.stream().filter(prefix -> prefix.family() == family).toList();
    }
}
