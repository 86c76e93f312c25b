package io.github.terway4j.domain.pod;

import static io.github.terway4j.domain.pod.BandwidthAnnotation.KUBERNETES_EGRESS;
import static io.github.terway4j.domain.pod.BandwidthAnnotation.TERWAY_INGRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.pod.BandwidthAnnotation.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthAnnotationTest {
    @ParameterizedTest
    @CsvSource({
        "10M, 1250000",
        "1k, 125",
        "1P, 125000000000000",
        "1Ki, 128",
        "8001, 1001",
        "999.5, 125",
        "25e6, 3125000"
    })
    void kubernetes_speaks_of_bits_per_second_from_a_thousand_to_a_peta(String value, long bytes) {
        assertEquals(new Said.Limited(new Rate(bytes)), KUBERNETES_EGRESS.read(value));
    }

    @ParameterizedTest
    @CsvSource({"999", "500m", "0", "-10M", "1.000001P", "10E", "1e99"})
    void what_kubernetes_would_take_for_unreasonable_is(String value) {
        assertInstanceOf(Said.Nonsense.class, KUBERNETES_EGRESS.read(value));
    }

    @ParameterizedTest
    @CsvSource({
        "10M, 10485760",
        "10m, 10485760",
        "10MB, 10485760",
        "10MiB, 10485760",
        "1.5G, 1610612736",
        "128KB, 131072",
        "1T, 1099511627776",
        "2000B, 2000",
        "1.0009k, 1024"
    })
    void terway_speaks_of_bytes_per_second_and_counts_by_1024(String value, long bytes) {
        assertEquals(new Said.Limited(new Rate(bytes)), TERWAY_INGRESS.read(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "M", "-10M", "0M", "10 M", "10Mbit", "10Bi", "1e3k", "100B", "200T", "ten M", "NaNM"})
    void what_terway_would_not_take_or_no_link_can_do_is_nonsense(String value) {
        assertInstanceOf(Said.Nonsense.class, TERWAY_INGRESS.read(value));
    }

    @Test
    void nonsense_names_the_annotation_what_it_says_and_what_it_takes() {
        assertEquals(
                new Said.Nonsense(new Complaint(
                        "kubernetes.io/egress-bandwidth",
                        "kubernetes.io/egress-bandwidth says \"10 apples\", which is no quantity;"
                                + " it takes bits per second from 1k to 1P, such as 10M")),
                KUBERNETES_EGRESS.read("10 apples"));
    }

    @Test
    void of_very_much_nonsense_only_the_beginning_is_told() {
        var nonsense = assertInstanceOf(Said.Nonsense.class, KUBERNETES_EGRESS.read("x".repeat(100_000)));
        assertEquals(160, nonsense.complaint().words().length(), 20);
    }
}
