package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of one block of a vSwitch. The first and the last few are the cloud's own: three of each for IPv4, nine
 * for IPv6 (VPC API, CreateVSwitch).
 *
 * <p>The lowest free address goes first. The real cloud picks as it likes; the lowest makes a scene readable.
 */
final class AddressPool {
    private final Cidr block;
    private final Ip first;
    private final Ip last;
    private final FreeRanges nobodys;
    private final List<Cidr> setAside = new ArrayList<>();

    AddressPool(Cidr block) {
        var reserved = switch (block.family()) {
            case V4 -> 3;
            case V6 -> 9;
        };
        var usable = block.size().subtract(BigInteger.valueOf(2L * reserved));
        if (usable.signum() <= 0) {
            throw new IllegalArgumentException(
                    "%s has no address beside the %d that the cloud keeps for itself".formatted(block, 2 * reserved));
        }
        this.block = block;
        this.first = block.nth(reserved);
        this.last = block.nth(-reserved - 1);
        this.nobodys = new FreeRanges(first, last, usable);
    }

    /** How many addresses nobody holds, as far as an int can count. */
    int free() {
        return nobodys.size().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
    }

    /** Whether the address can be somebody's at all. */
    boolean has(Ip ip) {
        return block.contains(ip)
                && ip.compareTo(first) >= 0
                && ip.compareTo(last) <= 0
                && setAside.stream().noneMatch(other -> other.contains(ip));
    }

    boolean isFree(Ip ip) {
        return nobodys.contains(Cidr.host(ip));
    }

    /** Hands out so many; there must be as many {@link #free}. */
    List<Ip> take(int count) {
        if (count > free()) {
            throw new IllegalStateException("%s has %d free addresses, not %d".formatted(block, free(), count));
        }
        var taken = new ArrayList<Ip>(count);
        while (taken.size() < count) {
            var lowest = nobodys.lowest(block.family().bits()).orElseThrow();
            nobodys.take(lowest);
            taken.add(lowest.first());
        }
        return List.copyOf(taken);
    }

    /** Hands out this one, which must be free. */
    void take(Ip ip) {
        nobodys.take(Cidr.host(ip));
    }

    void giveBack(Ip ip) {
        if (!has(ip)) {
            throw new IllegalStateException("%s comes back, but is not to be had in %s".formatted(ip, block));
        }
        nobodys.giveBack(Cidr.host(ip));
    }

    /** From now on nobody gets a single address of this part, all of which must be free. */
    void setAside(Cidr part) {
        if (!block.contains(part) || !nobodys.contains(part)) {
            throw new IllegalArgumentException("%s is not all free in %s".formatted(part, block));
        }
        nobodys.take(part);
        setAside.add(part);
    }
}
