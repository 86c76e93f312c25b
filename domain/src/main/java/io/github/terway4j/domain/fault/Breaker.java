package io.github.terway4j.domain.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/**
 * Whether something that may refuse is asked at present. Closed, it is. After a refusal it is open, and left alone for a
 * while. Then it is half-open: one may ask, and the answer closes it or opens it anew, for longer.
 */
public sealed interface Breaker {
    /** It did not refuse when it was last asked. */
    record Closed() implements Breaker {}

    /**
     * It refused.
     *
     * @param refusals in a row
     * @param until from here on it is half-open
     * @param why what it said the last time
     */
    record Open(int refusals, Instant until, Fault why) implements Breaker {}

    default Passage passage(Instant now) {
        return switch (this) {
            case Closed() -> Passage.FREE;
            case Open(var _, var until, var _) -> now.isBefore(until) ? Passage.SHUT : Passage.PROBE;
        };
    }

    /**
     * Several that asked at once and were refused together count as one refusal.
     *
     * @param rest after so many refusals in a row
     */
    default Breaker refused(Fault why, IntFunction<Duration> rest, Instant now) {
        return switch (this) {
            case Closed() -> new Open(1, now.plus(rest.apply(1)), why);
            case Open(var refusals, var until, var _) ->
                now.isBefore(until)
                        ? new Open(refusals, until, why)
                        : new Open(refusals + 1, now.plus(rest.apply(refusals + 1)), why);
        };
    }
}
