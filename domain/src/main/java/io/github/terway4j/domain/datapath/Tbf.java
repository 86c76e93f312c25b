package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Mtu;
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
        if (!rate.limited()) {
            throw new IllegalArgumentException("there is nothing to shape without a limit");
        }
        long burst = Math.max(Math.ceilDiv(rate.bytesPerSecond(), 1000L), mtu.bytes() + HEADROOM_BYTES);
        long limit = rate.bytesPerSecond() / 40 + burst;
        return new Tbf(rate, saturated(burst), saturated(limit));
    }

    private static int saturated(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
