package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.LinkName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodValuesTest {
    private static final LinkName ETH0 = new LinkName("eth0");

    /** CNI specification, section 2: what a container id may look like. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "_a", "a/b", "a b", "a\n", "ü"})
    void a_container_id_that_no_runtime_may_use_is_refused(String id) {
        assertThrows(IllegalArgumentException.class, () -> new AttachmentKey(id, ETH0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "A-b_c.d", "4f2e1a"})
    void any_other_is_taken(String id) {
        assertEquals(id + "/eth0", new AttachmentKey(id, ETH0).toString());
    }

    @Test
    void attachments_are_in_the_order_of_their_sandboxes_and_then_of_their_interfaces() {
        var first = new AttachmentKey("a", new LinkName("eth1"));
        var second = new AttachmentKey("b", ETH0);
        assertTrue(first.compareTo(second) < 0);
        assertTrue(new AttachmentKey("a", ETH0).compareTo(first) < 0);
        assertEquals(0, second.compareTo(new AttachmentKey("b", ETH0)));
    }

    @Test
    void a_pod_has_a_namespace_and_a_name() {
        assertEquals("default/web", new PodRef("default", "web").toString());
        assertThrows(IllegalArgumentException.class, () -> new PodRef("", "web"));
        assertThrows(IllegalArgumentException.class, () -> new PodRef("default", " "));
        assertTrue(new PodRef("a", "z").compareTo(new PodRef("b", "a")) < 0);
        assertTrue(new PodRef("a", "a").compareTo(new PodRef("a", "b")) < 0);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "1, 1", "9, 2", "8000000, 1000000"})
    void eight_bits_are_a_byte_and_a_part_of_one_is_not_lost(long bits, long bytes) {
        assertEquals(new Rate(bytes), Rate.ofBitsPerSecond(bits));
    }

    @Test
    void a_rate_lets_something_through() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(0));
        assertThrows(IllegalArgumentException.class, () -> Rate.ofBitsPerSecond(0));
        assertThrows(IllegalArgumentException.class, () -> new Rate(-1));
        assertTrue(new Rate(1).limited());
        assertFalse(Rate.UNLIMITED.limited());
        assertEquals(new BandwidthLimit(Rate.UNLIMITED, Rate.UNLIMITED), BandwidthLimit.NONE);
    }
}
