package io.github.terway4j.domain.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A minute of rest after the first refusal, twice as long after each further one, four minutes at most. */
class BreakersTest {
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Fault FULL = new Fault.Capacity("full");
    private static final Fault FULLER = new Fault.Capacity("fuller");
    private static final Breakers<String> CLOSED =
            Breakers.closed(new Backoff(Duration.ofMinutes(1), 2, Duration.ofMinutes(4)));

    @Test
    void closed_means_free_open_means_shut_and_half_open_means_once() {
        var open = CLOSED.refused("a", FULL, NOON);
        assertEquals(Passage.FREE, CLOSED.passage("a", NOON));
        assertEquals(Passage.SHUT, open.passage("a", after(59)));
        assertEquals(Passage.PROBE, open.passage("a", after(60)));
        assertEquals(Passage.FREE, open.passage("b", NOON));
    }

    @Test
    void a_probe_that_is_refused_opens_it_for_longer_and_says_why() {
        var open = CLOSED.refused("a", FULL, NOON).refused("a", FULLER, after(60));
        assertEquals(Optional.of(new Breaker.Open(2, after(180), FULLER)), open.opened("a"));
        var longest = open.refused("a", FULL, after(180))
                .refused("a", FULL, after(420))
                .refused("a", FULL, after(660));
        assertEquals(Passage.SHUT, longest.passage("a", after(899)));
        assertEquals(Passage.PROBE, longest.passage("a", after(900)));
    }

    @Test
    void calls_that_were_refused_together_count_once() {
        var open = CLOSED.refused("a", FULL, NOON).refused("a", FULLER, after(1));
        assertEquals(Optional.of(new Breaker.Open(1, after(60), FULLER)), open.opened("a"));
    }

    @Test
    void a_probe_that_succeeds_closes_it_and_the_next_refusal_is_a_first_one() {
        var open = CLOSED.refused("a", FULL, NOON).refused("a", FULL, after(60));
        assertEquals(CLOSED, open.served("a"));
        assertEquals(
                Passage.PROBE, open.served("a").refused("a", FULL, after(200)).passage("a", after(260)));
    }

    @Test
    void of_what_is_gone_nothing_is_remembered() {
        var both = CLOSED.refused("a", FULL, NOON).refused("b", FULL, NOON);
        assertEquals(CLOSED.refused("b", FULL, NOON), both.only(List.of("b", "c")));
        assertEquals(both, both.only(List.of("a", "b", "c")));
    }

    @Test
    void of_two_passages_the_narrower_counts() {
        assertEquals(Passage.SHUT, Passage.SHUT.and(Passage.FREE));
        assertEquals(Passage.PROBE, Passage.FREE.and(Passage.PROBE));
        assertEquals(Passage.FREE, Passage.FREE.and(Passage.FREE));
    }

    private static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
