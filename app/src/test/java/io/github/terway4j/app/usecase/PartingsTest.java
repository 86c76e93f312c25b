package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartingsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Ip OWN = Ip.parse("10.1.0.4");
    private static final Ip GONE = Ip.parse("10.1.0.11");
    private static final Eni ONE = eni("eni-1");
    private static final Eni TWO = eni("eni-2");

    private final Partings partings = new Partings();

    private static Eni eni(String id) {
        return new Eni(
                new EniId(id),
                new Mac(1),
                EniKind.SECONDARY,
                EniStatus.IN_USE,
                new VSwitchId("vsw-1"),
                List.of(OWN, GONE));
    }

    private List<Ip> believed(Eni shown, Instant now) {
        return partings.believed(shown, now).addresses();
    }

    @Test
    void what_was_taken_is_not_believed_for_a_minute() {
        partings.with(ONE.id(), List.of(GONE), NOON);
        assertEquals(List.of(OWN), believed(ONE, NOON.plusSeconds(59)));
        assertEquals(List.of(OWN, GONE), believed(ONE, NOON.plusSeconds(60)));
    }

    @Test
    void nor_for_much_longer_where_the_clock_is_set_back() {
        partings.with(ONE.id(), List.of(GONE), NOON);
        partings.with(ONE.id(), NOON);
        var earlier = NOON.minusSeconds(3_600);
        assertEquals(List.of(OWN), believed(ONE, earlier));
        assertEquals(List.of(OWN), believed(ONE, earlier.plusSeconds(59)));
        assertEquals(ONE, partings.believed(ONE, earlier.plusSeconds(60)));
    }

    @Test
    void what_the_same_eni_was_given_anew_is_believed_at_once() {
        partings.with(ONE.id(), List.of(GONE), NOON);
        partings.given(ONE.id(), List.of(GONE));
        assertEquals(List.of(OWN, GONE), believed(ONE, NOON));
    }

    @Test
    void that_another_eni_was_given_the_address_does_not_bring_it_back() {
        partings.with(ONE.id(), List.of(GONE), NOON);
        partings.given(TWO.id(), List.of(GONE));
        assertEquals(List.of(OWN), believed(ONE, NOON.plusSeconds(3)));
        assertEquals(List.of(OWN, GONE), believed(TWO, NOON.plusSeconds(3)));
    }
}
