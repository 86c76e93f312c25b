package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotatedBandwidthTest {
    private static final String KUBERNETES = "kubernetes.io/egress-bandwidth";
    private static final String TERWAY = "k8s.aliyun.com/egress-bandwidth";
    private static final BandwidthLimit RUNTIME =
            new BandwidthLimit(Rate.UNLIMITED, new Rate(4_000), Burst.UNSAID, new Burst(9_000));

    private static AnnotatedBandwidth on(Map<String, String> annotations) {
        return AnnotatedBandwidth.of(new PodAnnotations(annotations));
    }

    private static BandwidthLimit atStart(AnnotatedBandwidth annotated, BandwidthLimit runtimes) {
        return annotated.limit(annotated.heard(runtimes), BandwidthLimit.NONE);
    }

    private static BandwidthLimit sending(long bytes, Burst burst) {
        return BandwidthLimit.NONE.with(Direction.EGRESS, new Rate(bytes), burst);
    }

    @Test
    void where_nobody_says_anything_there_is_no_limit() {
        assertEquals(BandwidthLimit.NONE, atStart(on(Map.of("somebody/elses", "1k")), BandwidthLimit.NONE));
    }

    @Test
    void kubernetes_annotation_comes_before_all_others_with_the_burst_that_the_runtime_chose() {
        var annotated = on(Map.of(KUBERNETES, "8k", TERWAY, "10M"));
        assertEquals(sending(1_000, new Burst(9_000)), atStart(annotated, RUNTIME));
    }

    @Test
    void the_runtimes_word_comes_before_terways_annotation() {
        assertEquals(sending(4_000, new Burst(9_000)), atStart(on(Map.of(TERWAY, "10M")), RUNTIME));
    }

    @Test
    void terways_annotation_counts_where_nobody_else_says_anything() {
        assertEquals(sending(10_485_760, Burst.UNSAID), atStart(on(Map.of(TERWAY, "10M")), BandwidthLimit.NONE));
    }

    @Test
    void each_direction_is_for_itself() {
        var annotated = on(Map.of("kubernetes.io/ingress-bandwidth", "16k", TERWAY, "1k"));
        assertEquals(
                new BandwidthLimit(new Rate(2_000), new Rate(4_000), Burst.UNSAID, new Burst(9_000)),
                atStart(annotated, RUNTIME));
    }

    @Test
    void what_the_runtime_only_echoed_goes_with_the_annotation() {
        var heard = on(Map.of(KUBERNETES, "32k")).heard(RUNTIME);
        assertEquals(BandwidthLimit.NONE, on(Map.of()).limit(heard, RUNTIME));
    }

    @Test
    void what_the_runtime_said_by_itself_stays_when_an_annotation_has_come_and_gone() {
        var heard = on(Map.of()).heard(RUNTIME);
        var meanwhile = on(Map.of(KUBERNETES, "8k")).limit(heard, RUNTIME);
        assertEquals(sending(1_000, new Burst(9_000)), meanwhile);
        assertEquals(RUNTIME, on(Map.of()).limit(heard, meanwhile));
    }

    @Test
    void where_nonsense_stands_there_stays_what_there_was() {
        assertEquals(RUNTIME, on(Map.of(KUBERNETES, "much")).limit(BandwidthLimit.NONE, RUNTIME));
        assertEquals(BandwidthLimit.NONE, atStart(on(Map.of(TERWAY, "much")), BandwidthLimit.NONE));
    }

    @Test
    void only_nonsense_in_kubernetes_annotations_refuses() {
        var annotated = on(Map.of(KUBERNETES, "much", TERWAY, "more"));
        assertEquals(List.of(KUBERNETES), named(annotated.refusals()));
        assertEquals(List.of(KUBERNETES, TERWAY), named(annotated.complaints()));
    }

    private static List<String> named(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::annotation).toList();
    }

    @Test
    void a_limit_is_read_back_as_it_was_written() {
        var limit = new BandwidthLimit(new Rate(1_000), new Rate(125_000_000));
        assertEquals(limit, atStart(AnnotatedBandwidth.of(PodAnnotations.of(limit)), BandwidthLimit.NONE));
    }
}
