package io.github.terway4j.domain.pod;

/**
 * How many bytes may pass at once, after a while in which few have.
 *
 * @param bytes 0 where nobody has chosen
 */
public record Burst(long bytes) {
    public static final Burst UNSAID = new Burst(0);

    /**
     * From there on a runtime has chosen nothing: CRI-O writes the largest number of 31 bits, containerd that of 32, where
     * the pod's author says no more than a rate. Taken for bursts, a pod limited to 1 Mbit/s could send for half an hour.
     */
    private static final long NOBODYS_CHOICE_BITS = Integer.MAX_VALUE;

    public Burst {
        if (bytes < 0) {
            throw new IllegalArgumentException("a burst of %d bytes cannot be".formatted(bytes));
        }
    }

    /** The CNI bandwidth capability counts bits. */
    public static Burst ofBits(long bits) {
        return bits <= 0 || bits >= NOBODYS_CHOICE_BITS ? UNSAID : new Burst(Math.ceilDiv(bits, 8L));
    }

    public boolean said() {
        return bytes > 0;
    }
}
