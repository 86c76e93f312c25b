package io.github.terway4j.domain.quota;

/**
 * What the operator leaves us of a node's ENIs, for nodes where something else wants some: a share of them, a few more
 * or fewer, and at most so many.
 *
 * @param ratio the configuration's {@code eni_cap_ratio}
 * @param shift the configuration's {@code eni_cap_shift}
 * @param most the configuration's {@code max_eni}; where that is 0 there is no such limit, see {@link #atMost}
 */
public record EniCap(double ratio, int shift, int most) {
    /** Every ENI of the node but the primary one. */
    public static final EniCap NONE = new EniCap(1, 0, Integer.MAX_VALUE);

    public EniCap {
        if (!Double.isFinite(ratio) || ratio < 0) {
            throw new IllegalArgumentException("a share of the ENIs is 0 or more, not " + ratio);
        }
        if (most < 1) {
            throw new IllegalArgumentException("a limit of ENIs is 1 or more, not " + most);
        }
    }

    public EniCap withShare(double newRatio, int newShift) {
        return new EniCap(newRatio, newShift, most);
    }

    public EniCap atMost(int enis) {
        return new EniCap(ratio, shift, enis);
    }

    /**
     * How many of so many ENIs pods may use, the primary one never among them: {@code int(enis × ratio) + shift − 1},
     * which is Terway's formula. It is kept in floating point, so that a node keeps its number when it changes over; its
     * result is kept between nothing and what there is.
     */
    int of(int enis) {
        long share = (long) (enis * ratio) + shift - 1;
        return Math.clamp(share, 0, Math.min(most, enis - 1));
    }
}
