package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EniClaimTest {
    private static final InstanceId SELF = new InstanceId("i-self");
    private static final Ip HOST = Ip.parse("10.0.0.1");

    @ParameterizedTest(name = "tags {0}, filter {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // What we make, and what an earlier Terway has made.
                "creator=terway terway4j/instance=i-self             | -          | OURS",
                "terway4j/instance=i-self                            | -          | OURS",
                "creator=terway                                      | -          | OURS",
                "creator=terway team=net                             | -          | OURS",
                // What others have made.
                "-                                                   | -          | STRANGE",
                "team=net                                            | -          | STRANGE",
                "creator=terway-controller                           | -          | STRANGE",
                "creator=somebody                                    | -          | STRANGE",
                "creator=terway terway4j/instance=i-other            | -          | FOR_ANOTHER",
                // A filter names ours, whoever made them, and those that it does not name are not.
                "creator=terway terway4j/instance=i-self             | team=net   | FILTERED_OUT",
                "creator=terway terway4j/instance=i-self team=net    | team=net   | OURS",
                "team=net                                            | team=net   | OURS",
                "team=other                                          | team=net   | FILTERED_OUT",
                "team=net                                            | team=net b=1 | FILTERED_OUT",
                "team=net b=1 c=2                                    | team=net b=1 | OURS",
                "team=net terway4j/instance=i-other                  | team=net   | FOR_ANOTHER",
                // What is blocked is left alone, whoever made it.
                "creator=terway terway.alibabacloud.com/excluded=true | -         | BLOCKED",
                "creator=terway terway.alibabacloud.com/excluded=false | -        | OURS",
                "team=net terway.alibabacloud.com/excluded=true      | team=net   | BLOCKED",
                "creator=alibabacloud-erdma-controller               | -          | BLOCKED",
            })
    void what_is_written_on_an_eni_says_whose_it_is(String tags, String filter, Belonging expected) {
        var claim = new EniClaim(SELF, List.of(HOST), tags(filter), EniClaim.ALWAYS_BLOCKED, false, false);
        assertEquals(expected, claim.of(eni(EniKind.SECONDARY, "10.0.0.9").with(EniTraits.tagged(tags(tags)))));
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY,   10.0.0.9, NODES",
        "SECONDARY, 10.0.0.1, NODES",
        "TRUNK,     10.0.0.9, OTHER_KIND",
        "MEMBER,    10.0.0.9, OTHER_KIND",
        "SECONDARY, 10.0.0.9, OURS"
    })
    void the_nodes_own_eni_and_other_kinds_are_not_ours_whatever_is_written_on_them(
            EniKind kind, String address, Belonging expected) {
        var mine = EniTraits.tagged(tags("creator=terway terway4j/instance=i-self"));
        assertEquals(
                expected,
                new EniClaim(SELF, List.of(HOST)).of(eni(kind, address).with(mine)));
    }

    @Test
    void an_eni_for_rdma_is_not_for_ordinary_pods() {
        var mine = EniTraits.tagged(tags("creator=terway")).with(TrafficMode.HIGH_PERFORMANCE);
        var claim = new EniClaim(SELF, List.of(HOST));
        assertEquals(
                Belonging.OTHER_KIND,
                claim.of(eni(EniKind.SECONDARY, "10.0.0.9").with(mine)));
    }

    @Test
    void with_trunking_a_trunk_and_with_erdma_an_eni_for_rdma_is_ours_and_such_a_one_of_our_making_in_any_case() {
        var wishing = new EniClaim(SELF, List.of(HOST), Tags.NONE, EniClaim.ALWAYS_BLOCKED, true, true);
        var terways = EniTraits.tagged(tags("creator=terway"));
        var rdma = terways.with(TrafficMode.HIGH_PERFORMANCE);
        assertEquals(Belonging.OURS, wishing.of(eni(EniKind.TRUNK, "10.0.0.9").with(terways)));
        assertEquals(
                Belonging.OURS, wishing.of(eni(EniKind.SECONDARY, "10.0.0.9").with(rdma)));
        assertEquals(
                Belonging.OURS,
                new EniClaim(SELF, List.of(HOST))
                        .of(eni(EniKind.SECONDARY, "10.0.0.9")
                                .with(rdma.with(tags("creator=terway terway4j/instance=i-self")))));
    }

    @ParameterizedTest
    @CsvSource({
        "terway4j/instance=i-self, AVAILABLE, 11, true",
        "terway4j/instance=i-self, AVAILABLE, 10, false",
        "terway4j/instance=i-self, AVAILABLE, 0,  false",
        "terway4j/instance=i-self, IN_USE,    99, false",
        "terway4j/instance=i-self, ATTACHING, 99, false",
        "terway4j/instance=i-self, DETACHING, 99, false",
        "terway4j/instance=i-other, AVAILABLE, 99, false",
        "creator=terway,           AVAILABLE, 99, false",
        "team=net,                 AVAILABLE, 99, false",
        "terway4j/instance=i-self terway.alibabacloud.com/excluded=true, AVAILABLE, 99, false"
    })
    void an_orphan_was_made_for_us_more_than_ten_minutes_ago_and_is_attached_to_nothing(
            String tags, EniStatus status, int minutes, boolean expected) {
        var made = Instant.parse("2026-01-01T00:00:00Z");
        var eni = eni(EniKind.SECONDARY, "10.0.0.9")
                .with(status)
                .with(EniTraits.tagged(tags(tags)).createdAt(made));
        var claim = new EniClaim(SELF, List.of(HOST));
        assertEquals(expected, claim.isOrphan(eni, made.plus(Duration.ofMinutes(minutes))));
        assertFalse(claim.isOrphan(eni.with(EniTraits.tagged(tags(tags))), made), "nobody knows how old it is");
    }

    private static Eni eni(EniKind kind, String address) {
        return new Eni(
                new EniId("eni-1"),
                Mac.local(1),
                kind,
                EniStatus.IN_USE,
                new VSwitchId("vsw-1"),
                List.of(Ip.parse(address)));
    }

    private static Tags tags(@Nullable String words) {
        var tags = new TreeMap<String, String>();
        for (var word : words == null ? new String[0] : words.trim().split(" ")) {
            var equals = word.indexOf('=');
            tags.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Tags(tags);
    }
}
