package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.ENI_A;
import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static io.github.terway4j.domain.lease.Sandboxes.ips;
import static io.github.terway4j.domain.lease.Sandboxes.pod;
import static io.github.terway4j.domain.lease.Sandboxes.sandbox;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Pods of a StatefulSet come and go, the agent dies, and the clock is set back and forth. */
class ReservationProperties {
    private static final Workload STATEFUL = new Workload("statefulset", false);
    private static final List<Ip> STOCK = ips("10.0.1.1", "10.0.1.2", "10.0.1.3");
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private final LeaseDesk desk = new LeaseDesk(
            List.of(IpFamily.V4), HALF_A_MINUTE, EniSelection.MOST_IPS, new Keeping(List.of("statefulset"), LENGTH));

    enum Kind {
        ASK,
        END,
        WAIT,
        SET_CLOCK_BACK,
        RESTART
    }

    record Deed(Kind kind, int number) {}

    @Property(tries = 500)
    void every_reservation_ends_and_until_then_nobody_else_has_the_address(@ForAll("days") List<Deed> day) {
        var book = begun(List.of(), List.of(), NOON);
        var now = NOON;
        for (var deed : day) {
            var name = "db-" + deed.number() % 4;
            switch (deed.kind()) {
                case ASK -> ask(book, name, now);
                case END -> desk.takeBack(book, sandbox(name), STATEFUL, now);
                case WAIT -> now = now.plusSeconds(deed.number());
                case SET_CLOCK_BACK -> now = now.minusSeconds(deed.number() * 100L);
                case RESTART -> book = begun(book.leases(), book.reservations(), now);
            }
            var latest = now.plus(LENGTH);
            book.wake(HALF_A_MINUTE, now);
            for (var kept : book.reservations()) {
                assertTrue(!kept.until().isAfter(latest), () -> kept + " after " + deed);
            }
        }
        book.wake(HALF_A_MINUTE, now.plus(LENGTH));
        assertEquals(List.of(), book.reservations());
        assertEquals(STOCK.size(), book.leases().size() + book.free(ENI_A).size(), "no address is lost");
    }

    private LeaseBook begun(List<Lease> leases, List<Reservation> kept, Instant now) {
        var book = new LeaseBook();
        book.restore(leases);
        desk.keepAgain(book, kept, now);
        book.stock(ENI_A, STOCK);
        return book;
    }

    private void ask(LeaseBook book, String name, Instant now) {
        book.wake(HALF_A_MINUTE, now);
        var before = book.reservations();
        if (desk.ask(book, sandbox(name), pod(name), now) instanceof LeaseDecision.Granted(var lease)) {
            before.stream()
                    .filter(kept -> kept.addresses().equals(lease.addresses()))
                    .forEach(kept -> assertEquals(kept.owner(), lease.pod()));
            before.stream()
                    .filter(kept -> kept.owner().equals(lease.pod()))
                    .forEach(kept -> assertEquals(kept.addresses(), lease.addresses()));
        }
    }

    @Provide
    Arbitrary<List<Deed>> days() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 120))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .withoutEdgeCases();
    }
}
