package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VethNamesProperties {
    @Property
    void hardware_addresses_are_locally_administered_and_unicast(@ForAll("attachments") AttachmentKey key) {
        for (Mac mac : List.of(VethNames.hostMac(key), VethNames.podMac(key))) {
            assertEquals(0b10, mac.bytes()[0] & 0b11, mac::toString);
        }
    }

    @Property
    void the_two_ends_have_different_hardware_addresses(@ForAll("attachments") AttachmentKey key) {
        assertNotEquals(VethNames.hostMac(key), VethNames.podMac(key));
    }

    @Property
    void so_have_two_sandboxes(@ForAll("attachments") AttachmentKey one, @ForAll("attachments") AttachmentKey other) {
        assertEquals(one.equals(other), VethNames.podMac(one).equals(VethNames.podMac(other)));
        assertEquals(one.equals(other), VethNames.hostMac(one).equals(VethNames.hostMac(other)));
    }

    @Property
    void a_name_is_fifteen_characters_which_is_all_that_fits(@ForAll("pods") PodWiring pod) {
        assertEquals(15, pod.hostLink().text().length());
    }

    @Provide
    Arbitrary<AttachmentKey> attachments() {
        return Wirings.attachments();
    }

    @Provide
    Arbitrary<PodWiring> pods() {
        return Wirings.pods();
    }
}
