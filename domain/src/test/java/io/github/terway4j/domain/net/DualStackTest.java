package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DualStackTest {
    private static final Ip V4 = Ip.parse("10.0.0.1");
    private static final Ip V6 = Ip.parse("fd00::1");

    @Test
    void ipv4_comes_first_in_whatever_order_it_was_given() {
        var both = DualStack.ofIps(List.of(V6, V4));
        assertEquals(List.of(V4, V6), both.all());
        assertEquals(List.of(IpFamily.V4, IpFamily.V6), List.copyOf(both.families()));
        assertEquals(DualStack.both(V4, V6), both);
    }

    @Test
    void one_family_is_enough() {
        assertEquals(DualStack.v4(V4), DualStack.ofIps(List.of(V4)));
        assertEquals(DualStack.v6(V6), DualStack.ofIps(Set.of(V6)));
        assertEquals(Optional.empty(), DualStack.v6(V6).v4());
        assertEquals(Set.of(IpFamily.V6), DualStack.v6(V6).families());
    }

    @Test
    void no_address_at_all_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> DualStack.ofIps(List.of()));
    }

    @Test
    void two_addresses_of_one_family_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> DualStack.ofIps(List.of(V4, V6, V4.next())));
        assertThrows(IllegalArgumentException.class, () -> DualStack.ofIps(List.of(V6, V6.next())));
        assertThrows(IllegalArgumentException.class, () -> DualStack.ofIps(List.of(V4, V4)));
    }

    @Test
    void the_same_thing_under_another_family_is_something_else() {
        assertNotEquals(DualStack.v4(7), DualStack.v6(7));
        assertEquals("v4=7", DualStack.v4(7).toString());
        assertEquals("v6=7", DualStack.v6(7).toString());
        assertEquals("v4=10.0.0.1 v6=fd00::1", DualStack.both(V4, V6).toString());
    }

    @Test
    void its_families_are_not_to_be_changed() {
        var families = DualStack.v4(V4).families();
        assertThrows(UnsupportedOperationException.class, () -> families.add(IpFamily.V6));
    }
}
