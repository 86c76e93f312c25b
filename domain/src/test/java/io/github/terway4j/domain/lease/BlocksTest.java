package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.ENI_A;
import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static io.github.terway4j.domain.lease.Sandboxes.ips;
import static io.github.terway4j.domain.lease.Sandboxes.pod;
import static io.github.terway4j.domain.lease.Sandboxes.sandbox;
import static io.github.terway4j.domain.lease.Sandboxes.secondsLater;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An ENI with one single address, 10.0.1.5, and the blocks 10.0.1.16/28 and 10.0.1.32/28. */
class BlocksTest {
    private static final IpPrefix LOW = IpPrefix.parse("10.0.1.16/28");
    private static final IpPrefix HIGH = IpPrefix.parse("10.0.1.32/28");

    private final LeaseBook book = new LeaseBook();
    private final LeaseDesk desk = new LeaseDesk(List.of(IpFamily.V4), HALF_A_MINUTE, EniSelection.MOST_IPS);

    BlocksTest() {
        book.stock(ENI_A, ips("10.0.1.5"), List.of(LOW, HIGH));
    }

    @Test
    void all_addresses_of_a_block_are_handed_out_both_ends_included() {
        assertEquals(33, book.stocked(ENI_A, IpFamily.V4));
        assertEquals("10.0.1.16", ask("pod-0"));
        for (int pod = 1; pod < 15; pod++) {
            ask("pod-" + pod);
        }
        assertEquals("10.0.1.31", ask("pod-15"));
        assertEquals("10.0.1.32", ask("pod-16"));
    }

    @Test
    void the_fullest_block_serves_first_so_that_others_can_go() {
        book.grant(new Lease(sandbox("web"), pod("web"), ENI_A, DualStack.v4(Ip.parse("10.0.1.40")), NOON));
        assertEquals("10.0.1.32", ask("db"));
    }

    @Test
    void single_addresses_serve_last_for_they_can_go_one_by_one() {
        for (int pod = 0; pod < 32; pod++) {
            ask("pod-" + pod);
        }
        assertEquals("10.0.1.5", ask("last"));
    }

    @Test
    void the_book_tells_how_many_of_a_block_stand_how() {
        ask("web");
        ask("db");
        book.takeBack(sandbox("db"), NOON);
        book.mark(LOW.addresses(4));
        assertEquals(
                List.of(12, 2, 1, 1),
                List.of(Standing.READY, Standing.MARKED, Standing.RESTING, Standing.HELD).stream()
                        .map(standing -> book.inBlock(LOW, standing))
                        .toList());
        assertEquals(16, book.inBlock(HIGH, Standing.READY));
    }

    @Test
    void a_block_is_withheld_only_as_a_whole() {
        book.mark(HIGH.addresses(15));
        assertEquals(List.of(), book.withholdBlocks(List.of(LOW, HIGH)));
        book.mark(HIGH.addresses(16));
        assertEquals(List.of(HIGH), book.withholdBlocks(List.of(LOW, HIGH)));
        assertEquals(17, book.stocked(ENI_A, IpFamily.V4));
        book.stock(ENI_A, ips("10.0.1.5"), List.of(LOW, HIGH));
        assertEquals(33, book.stocked(ENI_A, IpFamily.V4), "the call failed, and the pool stocks it again");
    }

    @Test
    void an_eni_may_go_when_all_its_blocks_are_marked() {
        book.mark(LOW.addresses(16));
        assertFalse(book.mayGo(ENI_A));
        book.mark(List.of(LOW, HIGH).stream()
                .flatMap(prefix -> prefix.addresses(16).stream())
                .toList());
        assertFalse(book.mayGo(ENI_A), "there is the single one");
        book.stock(ENI_A, List.of(), List.of(LOW, HIGH));
        assertTrue(book.mayGo(ENI_A));
    }

    @Test
    void of_a_block_of_ipv6_as_many_are_in_stock_as_there_are_of_ipv4() {
        book.stock(ENI_A, ips("10.0.1.5"), List.of(LOW, IpPrefix.parse("fd00::/80")));
        assertEquals(17, book.stocked(ENI_A, IpFamily.V6));
        var dual = new LeaseDesk(List.of(IpFamily.V4, IpFamily.V6), HALF_A_MINUTE, EniSelection.MOST_IPS);
        var decision = dual.ask(book, sandbox("web"), pod("web"), NOON);
        assertEquals(
                DualStack.ofIps(ips("10.0.1.16", "fd00::")),
                assertInstanceOf(LeaseDecision.Granted.class, decision).lease().addresses());
    }

    @Test
    void a_block_that_comes_besides_keeps_what_is_there() {
        ask("web");
        book.takeBack(sandbox("web"), NOON);
        book.stockMore(ENI_A, ips("10.0.1.6"), List.of(IpPrefix.parse("10.0.1.48/28")));
        assertEquals(50, book.stocked(ENI_A, IpFamily.V4));
        assertEquals(1, book.resting(HALF_A_MINUTE, secondsLater(29)));
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
