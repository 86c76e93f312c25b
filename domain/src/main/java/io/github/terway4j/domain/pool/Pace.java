package io.github.terway4j.domain.pool;

/**
 * How much the cloud takes at once.
 *
 * @param addressesPerCall that one call assigns or takes away, of one family
 * @param attachesInFlight ENIs of one instance that may be on their way in at a time
 */
public record Pace(int addressesPerCall, int attachesInFlight) {
    /** What Terway keeps to on ECS: ten addresses a call, and five ENIs on their way in. */
    public static final Pace ECS = new Pace(10, 5);

    public Pace {
        if (addressesPerCall < 1 || attachesInFlight < 1) {
            throw new IllegalArgumentException("%d addresses a call and %d ENIs at a time lead nowhere"
                    .formatted(addressesPerCall, attachesInFlight));
        }
    }
}
