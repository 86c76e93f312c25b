package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which of its addresses a namespace speaks IPv6 (RFC 6724 section 5, as far as its rules can tell our addresses
 * apart; ipv6_get_saddr_eval in net/ipv6/addrconf.c).
 *
 * <p>A link-local address, of a link or of loopback, is taken when there is no other: it helps nobody beyond the link.
 */
final class Ipv6SourceSelection {
    private static final Cidr LINK_LOCAL = Cidr.parse("fe80::/10");

    /** {@code IPV6_ADDR_SCOPE_}: how far an address means something. */
    private static final int LINK_SCOPE = 2;

    private static final int GLOBAL_SCOPE = 14;
    private static final int WIDER_THAN_ANY = 128;

    /** The kernel's policy table; the widest prefix last. */
    private static final List<Labelled> LABELS = List.of(
            new Labelled(Cidr.parse("::1/128"), 0),
            new Labelled(Cidr.parse("::ffff:0:0/96"), 4),
            new Labelled(Cidr.parse("::/96"), 3),
            new Labelled(Cidr.parse("2001::/32"), 6),
            new Labelled(Cidr.parse("2001:10::/28"), 7),
            new Labelled(Cidr.parse("3ffe::/16"), 12),
            new Labelled(Cidr.parse("2002::/16"), 2),
            new Labelled(Cidr.parse("fec0::/10"), 11),
            new Labelled(Cidr.parse("fc00::/7"), 5),
            new Labelled(Cidr.parse("::/0"), 1));

    private record Labelled(Cidr prefix, int label) {}

    private record Candidate(Device device, InterfaceAddress address) {}

    private Ipv6SourceSelection() {}

    /**
     * The best address; of equals, the first device's, and on a device the latest.
     *
     * @param out by which the packet will leave, if that is known
     */
    static Optional<Ip> choose(Stack stack, Optional<Device> out, Ip destination) {
        Comparator<Candidate> better = Comparator.<Candidate, Boolean>comparing(
                        candidate -> candidate.address.ip().equals(destination))
                .thenComparingInt(candidate -> nearness(scope(candidate.address.ip()), scope(destination)))
                .thenComparing(candidate -> out.isEmpty() || candidate.device.equals(out.get()))
                .thenComparing(candidate -> label(candidate.address.ip()) == label(destination))
                .thenComparingInt(candidate -> commonLength(candidate.address, destination));
        // What means something on one link only is spoken to from that link.
        boolean fromThere = out.isPresent() && scope(destination) == LINK_SCOPE;
        return candidates(stack)
                .filter(candidate -> !fromThere || candidate.device.equals(out.get()))
                .reduce((best, next) -> better.compare(next, best) > 0 ? next : best)
                .map(candidate -> candidate.address.ip());
    }

    private static Stream<Candidate> candidates(Stack stack) {
        return stack.devices().stream()
                .flatMap(device -> Stream.concat(
                                device.addresses(IpFamily.V6).reversed().stream(),
                                device.hasOwnAddress() ? Stream.of(Ipv6Addressing.ownAddress(device)) : Stream.empty())
                        .map(address -> new Candidate(device, address)));
    }

    private static int scope(Ip ip) {
        return ip.equals(Ipv6Addressing.LOCALHOST) || LINK_LOCAL.contains(ip) ? LINK_SCOPE : GLOBAL_SCOPE;
    }

    /** The narrowest scope that is wide enough, else the widest. */
    private static int nearness(int scope, int wanted) {
        return scope >= wanted ? -scope : scope - WIDER_THAN_ANY;
    }

    private static int label(Ip ip) {
        return LABELS.stream()
                .filter(labelled -> labelled.prefix.contains(ip))
                .findFirst()
                .map(Labelled::label)
                .orElseThrow();
    }

    /** How many leading bits they share, but no more than the address's prefix has. */
    private static int commonLength(InterfaceAddress address, Ip destination) {
        long high = address.ip().high() ^ destination.high();
        long low = address.ip().low() ^ destination.low();
        int common = high != 0 ? Long.numberOfLeadingZeros(high) : Long.SIZE + Long.numberOfLeadingZeros(low);
        return Math.min(common, address.length());
    }
}
