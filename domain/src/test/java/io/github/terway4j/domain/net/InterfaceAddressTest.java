package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceAddressTest {
    @Test
    void an_address_keeps_its_host_bits_and_knows_its_subnet() {
        var address = InterfaceAddress.parse("10.0.1.20/24");
        assertEquals(Ip.parse("10.0.1.20"), address.ip());
        assertEquals(Cidr.parse("10.0.1.0/24"), address.subnet());
        assertEquals("10.0.1.20/24", address.toString());
    }

    @Test
    void a_pods_own_address_has_no_neighbours() {
        assertEquals(
                "10.0.1.20/32", InterfaceAddress.host(Ip.parse("10.0.1.20")).toString());
        assertEquals("fd00::20/128", InterfaceAddress.host(Ip.parse("fd00::20")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.20", "10.0.1.20/", "10.0.1.20/33", "10.0.1.20/024", "/24", "fd00::20/129"})
    void a_malformed_text_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> InterfaceAddress.parse(text));
    }

    @Test
    void a_missing_length_is_refused_with_an_example() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> InterfaceAddress.parse("10.0.1.20"));
        assertTrue(refusal.toString().contains("\"10.0.1.20\""), refusal.toString());
    }

    @Test
    void addresses_are_ordered_by_number_and_then_by_length() {
        var sorted = Stream.of("fd00::1/64", "10.0.0.9/32", "10.0.0.9/24", "10.0.0.2/24")
                .map(InterfaceAddress::parse)
                .sorted()
                .map(InterfaceAddress::toString)
                .toList();
        assertEquals(List.of("10.0.0.2/24", "10.0.0.9/24", "10.0.0.9/32", "fd00::1/64"), sorted);
    }
}
