package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link CloudMemory} promises. Each test has a place of its own, which is empty at first. */
public interface CloudMemoryContract {
    NodeFacts FACTS = new NodeFacts(
            new InstanceId("i-1"),
            new Zone("cn-hangzhou-i"),
            new VSwitchId("vsw-1"),
            List.of(new SecurityGroupId("sg-2"), new SecurityGroupId("sg-1")),
            DualStack.both(Ip.parse("10.0.0.5"), Ip.parse("fd00::5")),
            new InstanceLimits("ecs.g7.xlarge", 4, 19, 15, 15, true, 1));

    CloudSight SIGHT = CloudSight.of(
            List.of(
                    new Eni(
                            new EniId("eni-2"),
                            Mac.parse("00:16:3e:00:00:02"),
                            EniKind.MEMBER,
                            EniStatus.IN_USE,
                            new VSwitchId("vsw-2"),
                            List.of(Ip.parse("10.0.1.2")),
                            List.of(),
                            new EniTraits(
                                    Tags.of("creator", "terway"),
                                    TrafficMode.HIGH_PERFORMANCE,
                                    Optional.of(Instant.EPOCH),
                                    Optional.of(new EniId("eni-1")),
                                    Optional.of(new VlanId(7)))),
                    new Eni(
                            new EniId("eni-1"),
                            Mac.parse("00:16:3e:00:00:01"),
                            EniKind.TRUNK,
                            EniStatus.IN_USE,
                            new VSwitchId("vsw-1"),
                            List.of(Ip.parse("10.0.1.1"), Ip.parse("10.0.1.9")))),
            List.of(new VSwitch(
                    new VSwitchId("vsw-1"),
                    new Zone("cn-hangzhou-i"),
                    DualStack.both(Cidr.parse("10.0.1.0/24"), Cidr.parse("fd00:1::/64")),
                    17)));

    /** Opens the memory of this test. An earlier one is not used any more, and may have ended without a word. */
    CloudMemory openMemory();

    @Test
    default void nothing_is_remembered_at_first() {
        assertEquals(Optional.empty(), openMemory().facts());
        assertEquals(CloudSight.NOTHING, openMemory().sight());
    }

    @Test
    default void what_is_kept_is_found_after_the_next_opening_as_it_was() {
        var memory = openMemory();
        assertEquals(new LedgerOutcome.Written(), memory.keep(FACTS));
        assertEquals(new LedgerOutcome.Written(), memory.keep(SIGHT));
        assertEquals(SIGHT, memory.sight());
        assertEquals(Optional.of(FACTS), openMemory().facts());
        assertEquals(SIGHT, openMemory().sight());
    }

    @Test
    default void what_was_seen_last_stands_for_all_before_and_says_nothing_of_the_machine() {
        openMemory().keep(FACTS);
        openMemory().keep(SIGHT);
        openMemory().keep(CloudSight.NOTHING);
        assertEquals(CloudSight.NOTHING, openMemory().sight());
        assertEquals(Optional.of(FACTS), openMemory().facts());
    }
}
