package io.github.terway4j.simulator.cloud.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import java.math.BigInteger;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Runs of free addresses beside a set that names each of them: whatever is taken and given back, they agree. */
class FreeRangesProperties {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/26");
    private static final int SIZE = 64;

    @Property(tries = 50)
    void runs_hold_what_a_set_holds(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var free = addresses(BLOCK);
        var ranges = new FreeRanges(BLOCK.first(), BLOCK.last(), BLOCK.size());
        for (int i = 0; i < 100; i++) {
            var block = Cidr.of(BLOCK.first().plus(chance.nextInt(SIZE)), chance.nextInt(26, 33));
            var its = addresses(block);
            var allFree = free.containsAll(its);
            assertEquals(allFree, ranges.contains(block), () -> block + " in " + free);
            if (allFree) {
                ranges.take(block);
                free.removeAll(its);
            } else if (its.stream().noneMatch(free::contains)) {
                ranges.giveBack(block);
                free.addAll(its);
            } else {
                assertThrows(IllegalStateException.class, () -> ranges.take(block));
                assertThrows(IllegalStateException.class, () -> ranges.giveBack(block));
            }
            assertEquals(BigInteger.valueOf(free.size()), ranges.size());
            var length = chance.nextInt(26, 33);
            assertEquals(
                    lowest(length, free),
                    ranges.lowest(length).map(Cidr::toString).orElse("none"));
        }
    }

    private static String lowest(int length, Set<Ip> free) {
        return Stream.iterate(BLOCK.first(), BLOCK::contains, Ip::next)
                .map(ip -> Cidr.of(ip, length))
                .filter(block -> free.containsAll(addresses(block)))
                .map(Cidr::toString)
                .findFirst()
                .orElse("none");
    }

    private static Set<Ip> addresses(Cidr block) {
        var all = new TreeSet<Ip>();
        for (int i = 0; i < block.size().intValueExact(); i++) {
            all.add(block.nth(i));
        }
        return all;
    }
}
