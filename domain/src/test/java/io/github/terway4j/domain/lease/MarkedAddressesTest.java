package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.ENI_A;
import static io.github.terway4j.domain.lease.Sandboxes.ENI_B;
import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static io.github.terway4j.domain.lease.Sandboxes.ips;
import static io.github.terway4j.domain.lease.Sandboxes.pod;
import static io.github.terway4j.domain.lease.Sandboxes.sandbox;
import static io.github.terway4j.domain.lease.Sandboxes.secondsLater;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pool would give up is marked first, and the lease side has its say. */
class MarkedAddressesTest {
    private final LeaseBook book = new LeaseBook();
    private final LeaseDesk desk = new LeaseDesk(List.of(IpFamily.V4), HALF_A_MINUTE, EniSelection.MOST_IPS);

    @Test
    void only_what_nobody_holds_and_has_rested_is_marked() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2", "10.0.1.3"));
        ask("web");
        ask("db");
        book.takeBack(sandbox("db"), NOON);
        book.mark(ips("10.0.1.1", "10.0.1.2", "10.0.1.3"));
        assertEquals(Standing.HELD, standing("10.0.1.1"));
        assertEquals(Standing.RESTING, standing("10.0.1.2"));
        assertEquals(Standing.MARKED, standing("10.0.1.3"));
        book.wake(HALF_A_MINUTE, secondsLater(30));
        assertEquals(Standing.READY, standing("10.0.1.2"));
    }

    @Test
    void what_is_named_no_more_is_marked_no_more() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.mark(ips("10.0.1.1"));
        book.mark(ips("10.0.1.2"));
        assertEquals(Standing.READY, standing("10.0.1.1"));
        assertEquals(Standing.MARKED, standing("10.0.1.2"));
    }

    @Test
    void a_marked_address_is_handed_out_last_even_where_another_eni_comes_first() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.stock(ENI_B, ips("10.0.2.1"));
        book.mark(ips("10.0.1.1", "10.0.1.2"));
        assertEquals("10.0.2.1", ask("web"));
        assertEquals("10.0.1.1", ask("db"));
    }

    @Test
    void whoever_gets_a_marked_address_takes_the_mark_off() {
        book.stock(ENI_A, ips("10.0.1.1"));
        book.mark(ips("10.0.1.1"));
        ask("web");
        assertEquals(Standing.HELD, standing("10.0.1.1"));
        book.takeBack(sandbox("web"), NOON);
        assertEquals(Standing.RESTING, standing("10.0.1.1"));
        book.wake(HALF_A_MINUTE, secondsLater(60));
        assertEquals(Standing.READY, standing("10.0.1.1"));
    }

    @Test
    void what_is_not_in_stock_can_be_marked_all_the_same() {
        book.mark(ips("10.0.1.1"));
        assertEquals(Standing.MARKED, standing("10.0.1.1"));
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals(Standing.MARKED, standing("10.0.1.1"));
    }

    private Standing standing(String ip) {
        return book.standing(Ip.parse(ip));
    }

    private String ask(String name) {
        var decision = desk.ask(book, sandbox(name), pod(name), NOON);
        return assertInstanceOf(LeaseDecision.Granted.class, decision)
                .lease()
                .addresses()
                .v4()
                .orElseThrow()
                .toString();
    }
}
