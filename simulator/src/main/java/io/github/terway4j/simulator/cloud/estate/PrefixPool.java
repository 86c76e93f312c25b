package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Cidr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prefixes of one family in a vSwitch: they come only out of the blocks that its owner has reserved for them (ECS
 * documentation, "IP prefixes"; VPC documentation, reserved CIDR blocks). The lowest that is free goes first.
 */
final class PrefixPool {
    private record Reservation(Cidr block, FreeRanges nobodys) {}

    private final List<Reservation> reservations = new ArrayList<>();

    void add(Cidr block) {
        if (block.length() > IpPrefix.length(block.family())) {
            throw new IllegalArgumentException("no prefix fits into " + block);
        }
        reservations.add(new Reservation(block, new FreeRanges(block.first(), block.last(), block.size())));
    }

    List<Cidr> blocks() {
        return reservations.stream().map(Reservation::block).toList();
    }

    /** How many prefixes nobody holds, as far as an int can count. */
    int free() {
        return reservations.stream()
                .map(each -> each.nobodys()
                        .size()
                        .shiftRight(each.block().family().bits()
                                - IpPrefix.length(each.block().family())))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** Whether the prefix can be somebody's at all. */
    boolean has(IpPrefix prefix) {
        return around(prefix).isPresent();
    }

    boolean isFree(IpPrefix prefix) {
        return around(prefix)
                .filter(of -> of.nobodys().contains(prefix.block()))
                .isPresent();
    }

    /** Hands out so many; there must be as many {@link #free}. */
    List<IpPrefix> take(int count) {
        var taken = new ArrayList<IpPrefix>(count);
        while (taken.size() < count) {
            taken.add(takeLowest());
        }
        return List.copyOf(taken);
    }

    /** Hands out this one, which must be free. */
    void take(IpPrefix prefix) {
        around(prefix).orElseThrow().nobodys().take(prefix.block());
    }

    void giveBack(IpPrefix prefix) {
        around(prefix)
                .orElseThrow(() -> new IllegalStateException(prefix + " comes back, but was never out"))
                .nobodys()
                .giveBack(prefix.block());
    }

    private IpPrefix takeLowest() {
        for (var each : reservations) {
            var lowest = each.nobodys().lowest(IpPrefix.length(each.block().family()));
            if (lowest.isPresent()) {
                each.nobodys().take(lowest.get());
                return new IpPrefix(lowest.get());
            }
        }
        throw new IllegalStateException("no prefix is left in " + blocks());
    }

    private Optional<Reservation> around(IpPrefix prefix) {
        return reservations.stream()
                .filter(each -> each.block().contains(prefix.block()))
                .findFirst();
    }
}
