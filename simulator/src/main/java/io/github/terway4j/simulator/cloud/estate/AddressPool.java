package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The addresses of one block of a vSwitch. The first and the last few are the cloud's own: three of each for IPv4, nine
 * for IPv6 (VPC API, CreateVSwitch).
 *
 * <p>The lowest free address goes first. The real cloud picks as it likes; the lowest makes a scene readable.
 */
public final class AddressPool {
    private final Cidr block;
    private final int reserved;
    private final BigInteger usable;
    private final TreeSet<Ip> returned = new TreeSet<>();
    /** The lowest address that was never handed out: those below it are out, or in {@code returned}. */
    private Ip frontier;

    private long out;

    public AddressPool(Cidr block) {
        this.block = block;
        this.reserved = switch (block.family()) {
            case V4 -> 3;
            case V6 -> 9;
        };
        this.usable = block.size().subtract(BigInteger.valueOf(2L * reserved));
        if (usable.signum() <= 0) {
            throw new IllegalArgumentException(
                    "%s has no address beside the %d that the cloud keeps for itself".formatted(block, 2 * reserved));
        }
        this.frontier = block.nth(reserved);
    }

    /** How many addresses nobody holds, as far as an int can count. */
    public int free() {
        return usable.subtract(BigInteger.valueOf(out))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** Hands out so many; there must be as many {@link #free}. */
    public List<Ip> take(int count) {
        if (count > free()) {
            throw new IllegalStateException("%s has %d free addresses, not %d".formatted(block, free(), count));
        }
        var taken = new ArrayList<Ip>(count);
        while (taken.size() < count) {
            taken.add(takeLowest());
        }
        return List.copyOf(taken);
    }

    public void giveBack(Ip ip) {
        var wasOut = block.contains(ip) && ip.compareTo(block.nth(reserved)) >= 0 && ip.compareTo(frontier) < 0;
        if (!wasOut || !returned.add(ip)) {
            throw new IllegalStateException("%s of %s comes back, but was never out".formatted(ip, block));
        }
        out--;
    }

    private Ip takeLowest() {
        out++;
        var again = returned.pollFirst();
        if (again != null) {
            return again;
        }
        var fresh = frontier;
        frontier = frontier.next();
        return fresh;
    }
}
