package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReservationLedger} promises. Each test has a place of its own, which is empty at first. */
public interface ReservationLedgerContract {
    /** Opens the ledger of this test. An earlier one is not used any more, and may have ended without a word. */
    ReservationLedger openReservations();

    @Test
    default void nothing_is_kept_at_first() {
        assertEquals(List.of(), openReservations().kept());
    }

    @Test
    default void what_is_kept_is_found_at_once_and_after_the_next_opening() {
        var ledger = openReservations();
        var both = List.of(reservation("web", "10.0.1.8"), reservation("db", "10.0.1.7"));
        assertEquals(new LedgerOutcome.Written(), ledger.keep(both));
        assertEquals(both, ledger.kept());
        assertEquals(both, openReservations().kept());
    }

    @Test
    default void what_is_kept_stands_for_all_that_was_kept_before() {
        openReservations().keep(List.of(reservation("web", "10.0.1.8"), reservation("db", "10.0.1.7")));
        openReservations().keep(List.of(reservation("db", "10.0.1.9")));
        assertEquals(List.of(reservation("db", "10.0.1.9")), openReservations().kept());
        openReservations().keep(List.of());
        assertEquals(List.of(), openReservations().kept());
    }

    @Test
    default void every_reservation_comes_back_as_it_was() {
        var odd = List.of(
                new Reservation(
                        new PodRef("namespace with \"quotes\"", "names/of:\u00e4\u6c34\ud83d\ude80\n\t"),
                        new LinkName("net.7"),
                        new EniId("eni-'\"\\/\u2028"),
                        DualStack.both(Ip.parse("10.0.1.7"), Ip.parse("fd00::1:7")),
                        Instant.parse("2026-03-04T05:06:07.123456789Z"),
                        "because, \"they\" said"),
                new Reservation(
                        new PodRef("default", "v6"),
                        new LinkName("eth0"),
                        new EniId("eni-1"),
                        DualStack.v6(Ip.parse("fd00::1:8")),
                        Instant.MAX,
                        ""));
        openReservations().keep(odd);
        assertEquals(odd, openReservations().kept());
    }

    private static Reservation reservation(String pod, String address) {
        return new Reservation(
                new PodRef("default", pod),
                new LinkName("eth0"),
                new EniId("eni-1"),
                DualStack.v4(Ip.parse(address)),
                Instant.parse("2026-03-04T05:06:07Z"),
                "it is a pod of a statefulset");
    }
}
