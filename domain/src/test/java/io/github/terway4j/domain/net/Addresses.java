package io.github.terway4j.domain.net;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary addresses for properties. Runs of zeros and of ones are frequent in them, because that is where the text of
 * IPv6 and the carrying of sums are difficult; jqwik's own edge cases of four groups twice would be thousands.
 */
public final class Addresses {
    private Addresses() {}

    public static Arbitrary<Ip> ips() {
        return Arbitraries.oneOf(v4s(), v6s());
    }

    public static Arbitrary<Ip> ips(IpFamily family) {
        return switch (family) {
            case V4 -> v4s();
            case V6 -> v6s();
        };
    }

    public static Arbitrary<IpFamily> families() {
        return Arbitraries.of(IpFamily.class);
    }

    public static Arbitrary<Cidr> cidrs() {
        return ips().flatMap(ip -> lengths(ip.family()).map(length -> Cidr.of(ip, length)))
                .withoutEdgeCases();
    }

    public static Arbitrary<InterfaceAddress> interfaceAddresses() {
        return ips().flatMap(ip -> lengths(ip.family()).map(length -> new InterfaceAddress(ip, length)))
                .withoutEdgeCases();
    }

    /** A block and an address of its family that differs from one inside by a single bit: about as often in as out. */
    public static Arbitrary<Tuple.Tuple2<Cidr, Ip>> cidrsAndNeighbours() {
        return ips().flatMap(ip -> Combinators.combine(
                                lengths(ip.family()),
                                Arbitraries.integers().between(0, ip.family().bits() - 1))
                        .as((length, bit) -> Tuple.of(Cidr.of(ip, length), flipped(ip, bit))))
                .withoutEdgeCases();
    }

    public static Arbitrary<Mac> macs() {
        return Arbitraries.longs().between(0, 0xffff_ffff_ffffL).map(Mac::new);
    }

    private static Arbitrary<Integer> lengths(IpFamily family) {
        return Arbitraries.integers().between(0, family.bits());
    }

    private static Arbitrary<Ip> v4s() {
        return Arbitraries.longs().between(0, 0xffff_ffffL).map(value -> new Ip(IpFamily.V4, 0, value));
    }

    private static Arbitrary<Ip> v6s() {
        var halves = groups().list().ofSize(4).map(groups -> {
            long half = 0;
            for (int group : groups) {
                half = (half << Short.SIZE) | group;
            }
            return half;
        });
        return Combinators.combine(halves, halves)
                .as((high, low) -> new Ip(IpFamily.V6, high, low))
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> groups() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.just(0xffff)),
                Tuple.of(3, Arbitraries.integers().between(0, 0xffff)));
    }

    private static Ip flipped(Ip ip, int bit) {
        return bit < Long.SIZE
                ? new Ip(ip.family(), ip.high(), ip.low() ^ (1L << bit))
                : new Ip(ip.family(), ip.high() ^ (1L << (bit - Long.SIZE)), ip.low());
    }
}
