package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import java.math.BigInteger;
import java.util.Optional;
import java.util.TreeMap;

/** Addresses that nobody holds, as the longest runs of them: so a /64 is as cheap to keep as a /28. */
final class FreeRanges {
    /** The first address of each run, and its last. No two runs touch. */
    private final TreeMap<Ip, Ip> runs = new TreeMap<>();

    private BigInteger size;

    FreeRanges(Ip first, Ip last, BigInteger size) {
        runs.put(first, last);
        this.size = size;
    }

    BigInteger size() {
        return size;
    }

    boolean contains(Cidr block) {
        var run = runs.floorEntry(block.first());
        return run != null && block.last().compareTo(run.getValue()) <= 0;
    }

    /** Nobody's no longer; all of it must have been. */
    void take(Cidr block) {
        var run = runs.floorEntry(block.first());
        if (run == null || block.last().compareTo(run.getValue()) > 0) {
            throw new IllegalStateException("%s is not free: %s".formatted(block, runs));
        }
        runs.remove(run.getKey());
        if (run.getKey().compareTo(block.first()) < 0) {
            runs.put(run.getKey(), block.first().minus(1));
        }
        if (block.last().compareTo(run.getValue()) < 0) {
            runs.put(block.last().next(), run.getValue());
        }
        size = size.subtract(block.size());
    }

    /** Nobody's again; none of it may have been. */
    void giveBack(Cidr block) {
        var below = runs.lowerEntry(block.last().next());
        if (below != null && below.getValue().compareTo(block.first()) >= 0) {
            throw new IllegalStateException("%s comes back, but was never out: %s".formatted(block, runs));
        }
        var first = block.first();
        if (below != null && below.getValue().next().equals(first)) {
            first = below.getKey();
        }
        var joined = runs.remove(block.last().next());
        runs.put(first, joined == null ? block.last() : joined);
        size = size.add(block.size());
    }

    /** The lowest block of that length all of which is free. */
    Optional<Cidr> lowest(int length) {
        for (var run : runs.entrySet()) {
            var block = Cidr.of(run.getKey(), length);
            if (block.first().compareTo(run.getKey()) < 0) {
                block = Cidr.of(block.last().next(), length);
            }
            if (block.last().compareTo(run.getValue()) <= 0) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }
}
