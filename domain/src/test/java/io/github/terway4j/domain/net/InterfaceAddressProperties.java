package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InterfaceAddressProperties {
    @Property
    void what_is_written_is_read_back(@ForAll("interfaceAddresses") InterfaceAddress address) {
        assertEquals(address, InterfaceAddress.parse(address.toString()));
    }

    @Provide
    Arbitrary<InterfaceAddress> interfaceAddresses() {
        return Addresses.interfaceAddresses();
    }
}
