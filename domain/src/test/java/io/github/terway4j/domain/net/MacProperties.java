package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MacProperties {
    @Property
    void what_is_written_is_read_back(@ForAll("macs") Mac mac) {
        assertEquals(mac, Mac.parse(mac.toString()));
        assertEquals(mac, Mac.parse(mac.toString().toUpperCase(Locale.ROOT)));
        assertEquals(mac, Mac.of(mac.bytes()));
    }

    @Property
    void the_order_is_that_of_the_text(@ForAll("macs") Mac one, @ForAll("macs") Mac other) {
        assertEquals(Integer.signum(one.toString().compareTo(other.toString())), Integer.signum(one.compareTo(other)));
    }

    @Property
    void a_local_address_has_the_local_bit_without_the_group_bit(@ForAll long seed) {
        assertEquals(0x02, Mac.local(seed).bytes()[0]);
        assertEquals(seed & 0xff_ffff_ffffL, Mac.local(seed).value() & 0xff_ffff_ffffL);
    }

    @Provide
    Arbitrary<Mac> macs() {
        return Addresses.macs();
    }
}
