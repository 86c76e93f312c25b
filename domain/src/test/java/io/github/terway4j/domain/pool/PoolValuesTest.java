package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolValuesTest {
    private static final List<IpFamily> V4 = List.of(IpFamily.V4);

    @Test
    void marks_that_cross_are_refused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Watermarks(5, 4));
        assertEquals("watermarks need 0 <= min <= max, but got min 5 and max 4", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Watermarks(-1, 4));
        assertEquals(5, new Watermarks(5, 5).max());
    }

    @Test
    void limits_that_no_instance_has_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PoolLimits(-1, 10, V4));
        assertThrows(IllegalArgumentException.class, () -> new PoolLimits(1, 0, V4));
        assertThrows(IllegalArgumentException.class, () -> new PoolLimits(1, 10, List.of(IpFamily.V6)));
        assertEquals(30, new PoolLimits(3, 10, V4).capacity());
    }

    @Test
    void fewer_than_nobody_cannot_wait() {
        assertThrows(
                IllegalArgumentException.class, () -> new PoolView(List.of(), Birthplaces.NONE, -1, PoolHealth.GOOD));
    }

    @Test
    void a_pace_that_leads_nowhere_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Pace(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new Pace(10, 0));
    }
}
