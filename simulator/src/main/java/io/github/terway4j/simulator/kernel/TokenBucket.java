package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Tbf;

/**
 * A token bucket filter in time that is told (net/sched/sch_tbf.c): it fills as time goes by, up to its burst, and a
 * frame waits until there is enough for all of it. Like the kernel's it keeps its tokens as time at the rate.
 */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final Tbf tbf;
    private double tokens;
    private double filledAt;

    /** It is full at the beginning. */
    TokenBucket(Tbf tbf) {
        this.tbf = tbf;
        tokens = nanosFor(tbf.burstBytes());
    }

    /**
     * When a frame leaves that is the next in the queue at that time, in nanoseconds.
     *
     * @param bytes all that is on the wire: the kernel counts the Ethernet header, too
     */
    double leaves(double at, int bytes) {
        if (bytes > tbf.burstBytes()) {
            throw new IllegalArgumentException(
                    "a bucket of %d bytes never holds %d".formatted(tbf.burstBytes(), bytes));
        }
        double filled = Math.min(nanosFor(tbf.burstBytes()), tokens + (at - filledAt));
        double waits = Math.max(0, nanosFor(bytes) - filled);
        tokens = filled + waits - nanosFor(bytes);
        filledAt = at + waits;
        return filledAt;
    }

    /** When the last one left. */
    double lastLeft() {
        return filledAt;
    }

    private double nanosFor(int bytes) {
        return bytes * NANOS / tbf.rate().bytesPerSecond();
    }
}
