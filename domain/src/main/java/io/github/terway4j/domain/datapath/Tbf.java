package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.Rate;

/**
 * Parameters of a token bucket filter (tc-tbf(8)).
 *
 * @param burstBytes what may pass at once
 * @param limitBytes what may wait: 25 ms at the rate, and a burst
 */
public record Tbf(Rate rate, int burstBytes, int limitBytes) {
    private static final int HEADROOM_BYTES = 1500;

    /** A bucket that carries at least one packet and a millisecond of the rate, and queues for 25 ms. */
    public static Tbf shaping(Rate rate, Mtu mtu) {
        return shaping(rate, Burst.UNSAID, mtu);
    }

    /** The same with a burst that somebody may have chosen; it carries at least one packet all the same. */
    public static Tbf shaping(Rate rate, Burst chosen, Mtu mtu) {
        if (!rate.limited()) {
            throw new IllegalArgumentException("there is nothing to shape without a limit");
        }
        long usual = chosen.said() ? chosen.bytes() : Math.ceilDiv(rate.bytesPerSecond(), 1000L);
        long burst = Math.max(usual, mtu.bytes() + HEADROOM_BYTES);
        long limit = rate.bytesPerSecond() / 40 + burst;
        return new Tbf(rate, saturated(burst), saturated(limit));
    }

    private static int saturated(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
