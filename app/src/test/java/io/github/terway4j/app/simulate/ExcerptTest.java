package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final List<String> TRACE = List.of(
            "+1.000000 fault crash.1",
            "+2.000000 fault crash.2 is passed over",
            "+3.000000 node-1/pool assign 1 V4 to eni-bp1x -> Done[value=[10.1.0.4]]",
            "+4.000000 node-1/pool enisOf i-1 -> Done[value=[eni-bp1x]]",
            "+5.000000 node-1/ADD default/pod-7 in 1234 make link eth0 up -> Applied[]",
            "+6.000000 node-1/ADD default/pod-8 in 5678 make link eth0 up -> Applied[]");

    @Test
    void it_shows_what_speaks_of_what_the_objection_speaks_of_and_all_faults() {
        var shown = Excerpt.of(TRACE, "default/pod-7 on node-1 has a lease of 10.1.0.4");
        assertTrue(shown.getFirst().contains("the last 3 that speak of [10.1.0.4, default/pod-7]"), shown.getFirst());
        assertEquals(List.of(TRACE.get(0), TRACE.get(2), TRACE.get(4)), shown.subList(1, 4));
        assertEquals(TRACE, shown.subList(5, shown.size()));
    }
}
