package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a pod may stand on the cluster's list. */
class ListedPodTest {
    private static final PodFacts WEB = new PodFacts(new PodRef("default", "web"), "uid-1", BandwidthLimit.NONE);

    private record Row(PodPhase phase, boolean hostNetwork, boolean terminating, boolean mayHaveAddress) {}

    private static final List<Row> TABLE = List.of(
            new Row(PodPhase.PENDING, false, false, true),
            new Row(PodPhase.PENDING, false, true, true),
            new Row(PodPhase.PENDING, true, false, false),
            new Row(PodPhase.PENDING, true, true, false),
            new Row(PodPhase.RUNNING, false, false, true),
            new Row(PodPhase.RUNNING, false, true, true),
            new Row(PodPhase.RUNNING, true, false, false),
            new Row(PodPhase.RUNNING, true, true, false),
            new Row(PodPhase.SUCCEEDED, false, false, false),
            new Row(PodPhase.SUCCEEDED, false, true, false),
            new Row(PodPhase.SUCCEEDED, true, false, false),
            new Row(PodPhase.SUCCEEDED, true, true, false),
            new Row(PodPhase.FAILED, false, false, false),
            new Row(PodPhase.FAILED, false, true, false),
            new Row(PodPhase.FAILED, true, false, false),
            new Row(PodPhase.FAILED, true, true, false),
            new Row(PodPhase.UNKNOWN, false, false, true),
            new Row(PodPhase.UNKNOWN, false, true, true),
            new Row(PodPhase.UNKNOWN, true, false, false),
            new Row(PodPhase.UNKNOWN, true, true, false));

    @Test
    void a_pod_may_have_an_address_until_its_containers_are_over() {
        TABLE.forEach(row -> assertEquals(
                row.mayHaveAddress(),
                new ListedPod(WEB, row.phase(), row.hostNetwork(), row.terminating()).mayHaveAddress(),
                row::toString));
    }

    @Test
    void the_table_is_complete() {
        assertEquals(PodPhase.values().length * 4L, TABLE.stream().distinct().count());
    }
}
