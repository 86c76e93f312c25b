package io.github.terway4j.domain.vswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BirthplacesTest {
    private static final Zone HERE = new Zone("cn-hangzhou-h");
    private static final Zone THERE = new Zone("cn-hangzhou-i");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final VSwitchHealth GOOD = VSwitchHealth.good(Duration.ofMinutes(10), Duration.ofMinutes(2));
    private static final List<IpFamily> V4 = List.of(IpFamily.V4);

    @Test
    void each_vswitch_that_will_not_do_says_why() {
        var known = List.of(vSwitch("vsw-a", HERE, 0), vSwitch("vsw-b", THERE, 9), vSwitch("vsw-c", HERE, 9));
        var places = Birthplaces.of(
                ids("vsw-a", "vsw-b", "vsw-c", "vsw-d"),
                known,
                HERE,
                V4,
                GOOD.exhausted(new VSwitchId("vsw-c"), NOON),
                NOON);
        assertEquals(List.of(), places.fit());
        assertEquals(
                "vsw-a in cn-hangzhou-h has no free address; vsw-b is in another zone, cn-hangzhou-i; "
                        + "vsw-c in cn-hangzhou-h has no free address; vsw-d does not exist",
                words(places));
    }

    @Test
    void pods_with_an_address_of_each_family_need_a_block_of_each() {
        var places = Birthplaces.of(
                ids("vsw-a"), List.of(vSwitch("vsw-a", HERE, 9)), HERE, List.of(IpFamily.V4, IpFamily.V6), GOOD, NOON);
        assertEquals("vsw-a in cn-hangzhou-h has no IPv6 block", words(places));
    }

    @Test
    void one_that_has_rested_will_do_again() {
        var known = List.of(vSwitch("vsw-a", HERE, 9));
        var health = GOOD.exhausted(new VSwitchId("vsw-a"), NOON);
        assertEquals(
                new Birthplaces(known, List.of()),
                Birthplaces.of(ids("vsw-a"), known, HERE, V4, health, NOON.plusSeconds(600)));
    }

    private static String words(Birthplaces places) {
        return String.join("; ", places.unfit().stream().map(Unfit::words).toList());
    }

    private static List<VSwitchId> ids(String... texts) {
        return Stream.of(texts).map(VSwitchId::new).toList();
    }

    private static VSwitch vSwitch(String id, Zone zone, int free) {
        return new VSwitch(new VSwitchId(id), zone, DualStack.v4(Cidr.parse("10.0.1.0/24")), free);
    }
}
