package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Held against plain arithmetic on numbers without limit. */
class CidrProperties {
    @Property
    void what_is_written_is_read_back(@ForAll("cidrs") Cidr block) {
        assertEquals(block, Cidr.parse(block.toString()));
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void an_address_is_inside_if_its_leading_bits_are_the_networks(
            @ForAll("cidrsAndNeighbours") Tuple.Tuple2<Cidr, Ip> pair) {
        var block = pair.get1();
        var ip = pair.get2();
        int hostBits = block.family().bits() - block.length();
        boolean expected =
                number(ip).shiftRight(hostBits).equals(number(block.network()).shiftRight(hostBits));
        Statistics.collect(expected ? "inside" : "outside");
        Statistics.coverage(seen -> {
            seen.check("inside").percentage(percent -> percent > 20);
            seen.check("outside").percentage(percent -> percent > 20);
        });
        assertEquals(expected, block.contains(ip));
    }

    @Property
    void the_block_around_an_address_contains_it(@ForAll("interfaceAddresses") InterfaceAddress address) {
        var block = Cidr.of(address.ip(), address.length());
        assertTrue(block.contains(address.ip()));
        assertEquals(block, address.subnet());
        assertEquals(address.length(), block.length());
    }

    @Property
    void only_a_network_without_host_bits_makes_a_block(@ForAll("interfaceAddresses") InterfaceAddress address) {
        int hostBits = address.family().bits() - address.length();
        if (number(address.ip()).getLowestSetBit() >= hostBits
                || number(address.ip()).signum() == 0) {
            assertEquals(address.ip(), new Cidr(address.ip(), address.length()).first());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new Cidr(address.ip(), address.length()));
        }
    }

    @Property
    void first_and_last_are_the_size_apart(@ForAll("cidrs") Cidr block) {
        assertEquals(block.size().subtract(BigInteger.ONE), number(block.last()).subtract(number(block.first())));
        assertTrue(block.contains(block.first()) && block.contains(block.last()));
    }

    @Property
    void a_place_is_counted_from_either_end(@ForAll("cidrs") Cidr block, @ForAll long place) {
        var offset = BigInteger.valueOf(place);
        var expected = place < 0
                ? number(block.last()).add(offset).add(BigInteger.ONE)
                : number(block.first()).add(offset);
        if (expected.compareTo(number(block.first())) < 0 || expected.compareTo(number(block.last())) > 0) {
            assertThrows(IllegalArgumentException.class, () -> block.nth(place));
        } else {
            assertEquals(expected, number(block.nth(place)));
        }
    }

    @Property
    void a_place_of_a_small_block_is_found_from_both_ends(@ForAll("ips") Ip ip) {
        var block = Cidr.of(ip, ip.family().bits() - 4);
        for (int place = 0; place < 16; place++) {
            assertEquals(block.first().plus(place), block.nth(place));
            assertEquals(block.nth(place), block.nth(place - 16));
        }
    }

    @Property
    void blocks_overlap_like_intervals(@ForAll("cidrs") Cidr one, @ForAll("cidrs") Cidr other) {
        boolean expected = one.family() == other.family()
                && one.first().compareTo(other.last()) <= 0
                && other.first().compareTo(one.last()) <= 0;
        assertEquals(expected, one.overlaps(other));
        assertEquals(expected, other.overlaps(one));
    }

    @Property
    void a_block_contains_another_if_both_its_ends_are_inside(
            @ForAll("cidrsAndNeighbours") Tuple.Tuple2<Cidr, Ip> pair, @ForAll("cidrs") Cidr some) {
        var other = Cidr.of(pair.get2(), some.length() % (pair.get2().family().bits() + 1));
        assertEquals(
                pair.get1().contains(other.first()) && pair.get1().contains(other.last()),
                pair.get1().contains(other));
    }

    @Provide
    Arbitrary<Ip> ips() {
        return Addresses.ips();
    }

    @Provide
    Arbitrary<Cidr> cidrs() {
        return Addresses.cidrs();
    }

    @Provide
    Arbitrary<InterfaceAddress> interfaceAddresses() {
        return Addresses.interfaceAddresses();
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Cidr, Ip>> cidrsAndNeighbours() {
        return Addresses.cidrsAndNeighbours();
    }

    private static BigInteger number(Ip ip) {
        return new BigInteger(1, ip.bytes());
    }
}
