package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Waits;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneysTest {
    private static final EniId ID = new EniId("eni-1");

    private static final Duration SYNC = Duration.ofMinutes(2);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Journeys journeys = Journeys.NONE;

    @Test
    void what_is_on_its_way_out_for_too_long_is_asked_for_once_more_and_then_less_and_less_often() {
        var asked = new ArrayList<Integer>();
        for (int second = 0; second < 300; second++) {
            if (!pass(EniStatus.DELETING).isEmpty()) {
                asked.add(second);
            }
            now = now.plusSeconds(1);
        }
        // After half a minute, then twice as long, and so on.
        assertEquals(List.of(31, 92, 213), asked);
    }

    @Test
    void each_way_out_has_its_own_call() {
        assertEquals(List.of(new PoolAction.DetachEni(ID)), afterAMinuteOf(EniStatus.DETACHING));
        assertEquals(List.of(new PoolAction.DeleteEni(ID)), afterAMinuteOf(EniStatus.DELETING));
    }

    @Test
    void what_stays_or_arrives_is_left_alone() {
        assertEquals(List.of(), afterAMinuteOf(EniStatus.IN_USE));
        assertEquals(List.of(), afterAMinuteOf(EniStatus.AVAILABLE));
        assertEquals(List.of(), afterAMinuteOf(EniStatus.ATTACHING));
    }

    @Test
    void what_goes_on_gets_time_anew() {
        pass(EniStatus.DETACHING);
        now = now.plusSeconds(25);
        pass(EniStatus.DELETING);
        now = now.plusSeconds(25);
        assertEquals(List.of(), pass(EniStatus.DELETING));
    }

    @Test
    void what_was_away_meanwhile_gets_time_anew() {
        pass(EniStatus.DETACHING);
        journeys = journeys.seen(List.of(), List.of(), now);
        now = now.plusSeconds(60);
        assertEquals(List.of(), pass(EniStatus.DETACHING));
    }

    private List<PoolAction> afterAMinuteOf(EniStatus status) {
        journeys = Journeys.NONE;
        pass(status);
        now = now.plusSeconds(60);
        return pass(status);
    }

    private static Eni eni(EniStatus status) {
        return new Eni(
                ID,
                Mac.parse("00:16:3e:00:00:01"),
                EniKind.SECONDARY,
                status,
                new VSwitchId("vsw-1"),
                List.of(Ip.parse("10.0.0.4")));
    }

    private List<PoolAction> pass(EniStatus status) {
        var eni = eni(status);
        journeys = journeys.seen(List.of(eni), List.of(), now);
        var renewals = journeys.renewals(now);
        journeys = journeys.renewed(now);
        return renewals;
    }

    @Test
    void the_longer_it_takes_the_less_often_it_is_worth_a_look() {
        pass(EniStatus.ATTACHING);
        var looks = new ArrayList<Long>();
        var began = now;
        while (Duration.between(began, now).compareTo(Duration.ofMinutes(5)) < 0) {
            now = now.plus(journeys.untilNextLook(Waits.USUAL, SYNC, now).orElseThrow());
            looks.add(Duration.between(began, now).toSeconds());
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 13L, 20L, 32L, 49L, 169L, 289L, 409L), looks);
    }

    @Test
    void other_looks_meanwhile_change_nothing_of_that() {
        pass(EniStatus.ATTACHING);
        now = now.plusMillis(900);
        pass(EniStatus.ATTACHING);
        assertEquals(Optional.of(Duration.ofMillis(100)), journeys.untilNextLook(Waits.USUAL, SYNC, now));
    }

    @Test
    void what_is_not_under_way_is_worth_no_look() {
        pass(EniStatus.IN_USE);
        assertEquals(Optional.empty(), journeys.untilNextLook(Waits.USUAL, SYNC, now));
    }

    @Test
    void what_should_long_have_come_is_counted_on_no_more() {
        pass(EniStatus.ATTACHING);
        now = now.plusSeconds(119);
        assertFalse(journeys.isLost(ID, now));
        now = now.plusSeconds(1);
        assertTrue(journeys.isLost(ID, now));
        assertEquals(
                List.of("eni-1 is still being attached after 120 seconds"),
                journeys.stuck(now).stream().map(Journeys.Leg::words).toList());
    }

    @Test
    void an_eni_whose_device_never_shows_up_is_detached_after_a_while() {
        journeys = journeys.seen(List.of(eni(EniStatus.IN_USE)), List.of(ID), now);
        now = now.plusSeconds(600);
        assertEquals(List.of(), journeys.renewals(now));
        now = now.plusSeconds(1);
        assertEquals(List.of(new PoolAction.DetachEni(ID)), journeys.renewals(now));
        assertTrue(journeys.isLost(ID, now));
        pass(EniStatus.IN_USE);
        assertFalse(journeys.isLost(ID, now), "it has come");
    }

    @Test
    void what_does_not_go_is_not_counted_on_anyway() {
        pass(EniStatus.DELETING);
        now = now.plusSeconds(600);
        assertFalse(journeys.isLost(ID, now));
        assertEquals(1, journeys.stuck(now).size());
    }
}
