package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final EniId ID = new EniId("eni-1");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Standstill standstill = Standstill.NONE;

    @Test
    void what_is_on_its_way_out_for_too_long_is_asked_for_once_more_and_then_left_alone_for_as_long() {
        var asked = new ArrayList<Integer>();
        for (int second = 0; second < 100; second++) {
            if (!pass(EniStatus.DELETING).isEmpty()) {
                asked.add(second);
            }
            now = now.plusSeconds(1);
        }
        assertEquals(List.of(31, 62, 93), asked);
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
        standstill = standstill.seen(List.of(), now);
        now = now.plusSeconds(60);
        assertEquals(List.of(), pass(EniStatus.DETACHING));
    }

    private List<PoolAction> afterAMinuteOf(EniStatus status) {
        standstill = Standstill.NONE;
        pass(status);
        now = now.plusSeconds(60);
        return pass(status);
    }

    private List<PoolAction> pass(EniStatus status) {
        var eni = new Eni(
                ID,
                Mac.parse("00:16:3e:00:00:01"),
                EniKind.SECONDARY,
                status,
                new VSwitchId("vsw-1"),
                List.of(Ip.parse("10.0.0.4")));
        var renewals = standstill.renewals(List.of(eni), now);
        standstill = standstill.seen(List.of(eni), now);
        return renewals;
    }
}
