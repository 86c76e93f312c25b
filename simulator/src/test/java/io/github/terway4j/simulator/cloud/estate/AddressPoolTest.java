package io.github.terway4j.simulator.cloud.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPoolTest {
    private final AddressPool pool = new AddressPool(Cidr.parse("10.0.0.0/29"));

    @Test
    void of_eight_addresses_two_are_to_be_had() {
        assertEquals(2, pool.free());
        assertEquals(List.of(Ip.parse("10.0.0.3"), Ip.parse("10.0.0.4")), pool.take(2));
        assertEquals(0, pool.free());
        assertThrows(IllegalStateException.class, () -> pool.take(1));
    }

    @Test
    void only_what_is_out_comes_back() {
        var out = pool.take(1).getFirst();
        for (var never : List.of("10.0.0.2", "10.0.0.4", "10.0.0.5", "10.9.9.9", "::3")) {
            assertThrows(IllegalStateException.class, () -> pool.giveBack(Ip.parse(never)), never);
        }
        pool.giveBack(out);
        assertThrows(IllegalStateException.class, () -> pool.giveBack(out), "twice");
        assertEquals(2, pool.free());
    }

    @Test
    void an_ipv6_block_has_more_than_can_be_counted() {
        var ipv6 = new AddressPool(Cidr.parse("2408:4005:300:1::/64"));
        assertEquals(Integer.MAX_VALUE, ipv6.free());
        assertEquals(List.of(Ip.parse("2408:4005:300:1::9")), ipv6.take(1));
    }

    @Test
    void a_block_that_is_all_the_clouds_is_none() {
        assertThrows(IllegalArgumentException.class, () -> new AddressPool(Cidr.parse("10.0.0.0/30")));
    }
}
