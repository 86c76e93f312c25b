package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.wire.Refusal;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether a signed call is of now and was not heard before. Its time must be within a quarter of an hour of the door's;
 * as long as that could be, its nonce is remembered.
 */
final class Freshness {
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withResolverStyle(ResolverStyle.STRICT);

    private final InstantSource clock;
    /** Two generations: the elder goes when the younger is as old as a call can be. */
    private Set<String> younger = new LinkedHashSet<>();

    private Set<String> elder = new LinkedHashSet<>();
    private Instant turn = Instant.MIN;

    Freshness(InstantSource clock) {
        this.clock = clock;
    }

    void requireRecent(String timestamp) {
        if (Duration.between(parse(timestamp), clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw Rejection.of(
                    "InvalidTimeStamp.Expired",
                    400,
                    "Specified time stamp or date value is expired: " + timestamp + ".");
        }
    }

    /** To be asked once the signature is known to be right: else strangers could use up a caller's nonces. */
    synchronized void requireUnheard(String accessKeyId, String nonce) {
        var now = clock.instant();
        if (!now.isBefore(turn)) {
            elder = younger;
            younger = new LinkedHashSet<>();
            turn = now.plus(WINDOW.multipliedBy(2));
        }
        var said = accessKeyId + ' ' + nonce;
        if (elder.contains(said) || !younger.add(said)) {
            throw Rejection.of("SignatureNonceUsed", 400, "Specified signature nonce was used already.");
        }
    }

    private static Instant parse(String timestamp) {
        try {
            return LocalDateTime.parse(timestamp, FORMAT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw Rejection.of(
                    new Refusal(
                            "InvalidTimeStamp.Format",
                            400,
                            "Specified time stamp or date value is not well formatted: " + timestamp + "."),
                    malformed);
        }
    }
}
