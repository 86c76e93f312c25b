package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Held against the JDK's own reading of addresses and against numbers without limit. */
class IpProperties {
    @Property
    void what_is_written_is_read_back(@ForAll("ips") Ip ip) {
        assertEquals(ip, Ip.parse(ip.toString()));
        assertEquals(ip, Ip.of(ip.bytes()));
    }

    @Property
    void the_jdk_reads_the_same_bytes(@ForAll("ips") Ip ip) {
        // The JDK turns ::ffff:10.0.0.1 into 10.0.0.1; we do not.
        var expected = ip.toString().startsWith("::ffff:") && ip.toString().contains(".")
                ? Ip.parse(ip.toString().substring("::ffff:".length()))
                : ip;
        assertArrayEquals(expected.bytes(), InetAddress.ofLiteral(ip.toString()).getAddress());
    }

    @Property
    void ipv6_is_shortened_where_rfc_5952_says(@ForAll("v6") Ip ip) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            groups.add(Integer.toHexString(number(ip).shiftRight(112 - 16 * i).intValue() & 0xffff));
        }
        var expected = shortened(String.join(":", groups));
        if (!ip.toString().contains(".")) {
            assertEquals(expected, ip.toString());
        }
    }

    @Property(tries = 5000)
    void a_text_with_one_character_changed_is_refused_or_read_as_the_jdk_reads_it(@ForAll("almostIps") String text) {
        Ip ours;
        try {
            ours = Ip.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (ours.toString().startsWith("::ffff:") && ours.toString().contains(".")) {
            return;
        }
        assertArrayEquals(InetAddress.ofLiteral(text).getAddress(), ours.bytes());
    }

    @Property
    void steps_are_those_of_plain_numbers(@ForAll("ips") Ip ip, @ForAll long steps) {
        var expected = number(ip).add(BigInteger.valueOf(steps));
        if (expected.signum() < 0 || expected.bitLength() > ip.family().bits()) {
            assertThrows(ArithmeticException.class, () -> ip.plus(steps));
        } else {
            assertEquals(expected, number(ip.plus(steps)));
            assertEquals(ip.family(), ip.plus(steps).family());
            assertEquals(steps, ip.distanceTo(ip.plus(steps)));
        }
    }

    @Property
    void minus_undoes_plus(@ForAll("ips") Ip ip, @ForAll @LongRange(min = -70_000, max = 70_000) long steps) {
        try {
            assertEquals(ip, ip.plus(steps).minus(steps));
        } catch (ArithmeticException beyond) {
            assertThrows(ArithmeticException.class, () -> ip.plus(steps));
        }
    }

    @Property
    void the_order_is_that_of_families_and_numbers(@ForAll("ips") Ip one, @ForAll("ips") Ip other) {
        int expected = one.family() == other.family()
                ? number(one).compareTo(number(other))
                : one.family().compareTo(other.family());
        assertEquals(expected, Integer.signum(one.compareTo(other)));
    }

    @Provide
    Arbitrary<Ip> ips() {
        return Addresses.ips();
    }

    @Provide
    Arbitrary<Ip> v6() {
        return Addresses.ips(IpFamily.V6);
    }

    @Provide
    Arbitrary<String> almostIps() {
        var characters = Arbitraries.of(':', '.', '0', '1', '9', 'a', 'F', 'g', '-', ' ');
        return Combinators.combine(
                        Addresses.ips().map(Ip::toString),
                        Arbitraries.integers().between(0, 40),
                        characters)
                .as((text, place, character) -> {
                    int at = place % text.length();
                    return text.substring(0, at) + character + text.substring(at + place % 2);
                });
    }

    private static BigInteger number(Ip ip) {
        return new BigInteger(1, ip.bytes());
    }

    /** The longest run of zeros, found by trying every length from the longest down. */
    private static String shortened(String full) {
        for (int length = 8; length >= 2; length--) {
            var run = Pattern.compile("(^|:)0(:0){" + (length - 1) + "}(:|$)").matcher(full);
            if (run.find()) {
                return full.substring(0, run.start()) + "::" + full.substring(run.end());
            }
        }
        return full;
    }
}
