package io.github.terway4j.domain.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {
    @Property
    void the_first_wait_is_the_first_and_none_is_longer_than_the_longest(
            @ForAll("backoffs") Backoff backoff, @ForAll @IntRange(min = 1) int failures) {
        assertEquals(backoff.first(), backoff.after(1));
        assertTrue(backoff.after(failures).compareTo(backoff.most()) <= 0);
    }

    @Property
    void one_more_failure_never_shortens_the_wait(
            @ForAll("backoffs") Backoff backoff, @ForAll @IntRange(max = 2000) int failures) {
        assertTrue(backoff.after(failures + 1).compareTo(backoff.after(failures)) >= 0);
    }

    @Provide
    Arbitrary<Backoff> backoffs() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 60_000_000_000L),
                        Arbitraries.doubles().between(1, 10),
                        Arbitraries.longs().between(0, 3_600_000_000_000L))
                .as((first, factor, more) ->
                        new Backoff(Duration.ofNanos(first), factor, Duration.ofNanos(first + more)))
                .withoutEdgeCases();
    }
}
