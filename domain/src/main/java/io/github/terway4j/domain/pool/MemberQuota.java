package io.github.terway4j.domain.pool;

/**
 * How many ENIs may ride on the node's trunk, and how many of them shall stand ready.
 *
 * @param most in all; 0 where there is no trunk
 */
public record MemberQuota(int most, Watermarks ready) {
    public static final MemberQuota NONE = new MemberQuota(0, new Watermarks(0, 0));

    public MemberQuota {
        if (most < 0) {
            throw new IllegalArgumentException("a trunk carries no %d members".formatted(most));
        }
    }

    /** With marks that can be reached, the lower one never above the upper one. */
    public static MemberQuota of(int most, Watermarks wished) {
        var max = Math.min(wished.max(), most);
        return new MemberQuota(most, new Watermarks(Math.min(wished.min(), max), max));
    }

    /** Beside so many that are not ours. */
    MemberQuota beside(int others) {
        return of(Math.max(0, most - others), ready);
    }
}
