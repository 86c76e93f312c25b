package io.github.terway4j.domain.vswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Passage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VSwitchHealthTest {
    private static final VSwitchId ONE = new VSwitchId("vsw-1");
    private static final VSwitchId OTHER = new VSwitchId("vsw-2");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final VSwitchHealth GOOD = VSwitchHealth.good(Duration.ofMinutes(10), Duration.ofMinutes(2));
    private static final VSwitchHealth DRY = GOOD.exhausted(ONE, NOON);

    @Test
    void a_vswitch_that_never_refused_may_be_asked() {
        assertEquals(Passage.FREE, GOOD.passage(ONE, NOON));
    }

    @Test
    void one_that_ran_dry_is_left_alone_until_it_has_rested_and_is_asked_once_then() {
        assertEquals(Passage.SHUT, DRY.passage(ONE, NOON));
        assertEquals(Passage.SHUT, DRY.passage(ONE, NOON.plusSeconds(599)));
        assertEquals(Passage.PROBE, DRY.passage(ONE, NOON.plusSeconds(600)));
        assertEquals(Passage.FREE, DRY.passage(OTHER, NOON));
    }

    @Test
    void its_rest_begins_anew_when_it_refuses_again() {
        var again = DRY.exhausted(ONE, NOON.plusSeconds(600));
        assertEquals(Passage.SHUT, again.passage(ONE, NOON.plusSeconds(1199)));
        assertEquals(Passage.PROBE, again.passage(ONE, NOON.plusSeconds(1200)));
    }

    @Test
    void an_address_that_it_gave_or_got_back_ends_the_rest() {
        var both = DRY.exhausted(OTHER, NOON);
        assertEquals(Passage.FREE, both.hasAddresses(ONE).passage(ONE, NOON));
        assertEquals(Passage.SHUT, both.hasAddresses(ONE).passage(OTHER, NOON));
    }

    @Test
    void one_without_a_free_block_has_addresses_all_the_same() {
        var broken = GOOD.outOfBlocks(ONE, NOON);
        assertEquals(Passage.FREE, broken.passage(ONE, NOON));
        assertEquals(Passage.SHUT, broken.blockPassage(ONE, NOON));
        assertEquals(Passage.PROBE, broken.blockPassage(ONE, NOON.plusSeconds(120)));
        assertEquals(Passage.SHUT, broken.hasAddresses(ONE).blockPassage(ONE, NOON));
        assertEquals(Passage.FREE, broken.hasBlocks(ONE).blockPassage(ONE, NOON));
    }

    @Test
    void one_without_addresses_has_no_block_either() {
        assertEquals(Passage.SHUT, DRY.blockPassage(ONE, NOON));
        assertEquals(Passage.FREE, DRY.hasBlocks(ONE).passage(ONE, NOON));
    }
}
