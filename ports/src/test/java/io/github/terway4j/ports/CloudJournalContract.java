package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome.Written;
import io.github.terway4j.ports.out.NewEni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link CloudJournal} promises. Each test has a place of its own, which is empty at first. */
public interface CloudJournalContract {
    Instant SINCE = Instant.parse("2026-03-04T05:06:07.123456789Z");

    /** Opens the journal of this test. An earlier one is not used any more, and may have ended without a word. */
    CloudJournal open();

    @Test
    default void a_new_journal_is_empty() {
        assertEquals(List.of(), open().open());
    }

    @Test
    default void what_is_intended_is_found() {
        var journal = open();
        assertEquals(new Written(), journal.intend(intent("a")));
        assertEquals(List.of(intent("a")), journal.open());
    }

    @Test
    default void what_is_intended_is_found_after_the_next_opening() {
        open().intend(intent("a"));
        open().intend(intent("b"));
        assertEquals(List.of(intent("a"), intent("b")), open().open());
    }

    @Test
    default void what_is_settled_is_gone() {
        var journal = open();
        journal.intend(intent("a"));
        journal.intend(intent("b"));
        assertEquals(new Written(), journal.settle(new ClientToken("a")));
        assertEquals(List.of(intent("b")), journal.open());
    }

    @Test
    default void what_is_settled_stays_gone_after_the_next_opening() {
        var journal = open();
        journal.intend(intent("a"));
        journal.settle(new ClientToken("a"));
        assertEquals(List.of(), open().open());
    }

    @Test
    default void settling_what_was_never_there_is_no_failure() {
        var journal = open();
        journal.intend(intent("a"));
        assertEquals(new Written(), journal.settle(new ClientToken("b")));
        assertEquals(List.of(intent("a")), journal.open());
    }

    @Test
    default void an_intent_of_the_same_token_is_written_over() {
        var journal = open();
        var other = new CloudIntent(new ClientToken("a"), new CloudDeed.Delete(new EniId("eni-2")), SINCE);
        journal.intend(intent("a"));
        journal.intend(other);
        assertEquals(List.of(other), journal.open());
        assertEquals(List.of(other), open().open());
    }

    @Test
    default void every_intent_comes_back_as_it_was() {
        var eni = new EniId("eni-'\"\\/\u2028");
        var instance = new InstanceId("i-1");
        var deeds = List.of(
                new CloudDeed.Create(new NewEni(
                        instance,
                        new VSwitchId("vsw-1"),
                        List.of(new SecurityGroupId("sg-1"), new SecurityGroupId("sg-2")),
                        3,
                        2,
                        Map.of("creator", "terway", "\u6c34 =\"\n", ""))),
                new CloudDeed.Create(new NewEni(instance, new VSwitchId("vsw-1"), List.of(), 1, 0, 2, 1, Map.of())),
                new CloudDeed.Create(
                        new NewEni(instance, new VSwitchId("vsw-1"), EniUse.TRUNK, List.of(), 1, 0, 0, 0, Map.of())),
                new CloudDeed.Create(
                        new NewEni(instance, new VSwitchId("vsw-1"), EniUse.MEMBER, List.of(), 1, 1, 0, 0, Map.of())),
                new CloudDeed.Attach(eni, Berth.at(instance)),
                new CloudDeed.Attach(eni, Berth.behind(new EniId("eni-trunk"), instance)),
                new CloudDeed.Detach(eni, Berth.at(instance)),
                new CloudDeed.Detach(eni, Berth.behind(new EniId("eni-trunk"), instance)),
                new CloudDeed.Delete(eni),
                new CloudDeed.Assign(eni, IpFamily.V6, 10),
                new CloudDeed.AssignPrefixes(eni, IpFamily.V4, 1),
                new CloudDeed.Unassign(eni, List.of(Ip.parse("10.0.0.9"), Ip.parse("10.0.0.1"), Ip.parse("fd00::1"))),
                new CloudDeed.UnassignPrefixes(
                        eni, List.of(IpPrefix.parse("10.0.0.16/28"), IpPrefix.parse("fd00::/80"))));
        var intents = new ArrayList<CloudIntent>();
        for (var deed : deeds) {
            intents.add(new CloudIntent(new ClientToken("~!{}\"" + (char) ('a' + intents.size())), deed, SINCE));
        }
        var journal = open();
        intents.reversed().forEach(journal::intend);
        assertEquals(intents, journal.open());
        assertEquals(intents, open().open());
    }

    @Test
    default void thousands_that_came_and_went_leave_nothing() {
        var journal = open();
        IntStream.range(0, 3_000).mapToObj(i -> "t" + i).forEach(token -> {
            journal.intend(intent(token));
            journal.settle(new ClientToken(token));
        });
        assertEquals(List.of(), journal.open());
        assertEquals(List.of(), open().open());
    }

    @Test
    default void a_list_of_intents_does_not_change_under_its_reader() {
        var journal = open();
        journal.intend(intent("a"));
        var before = journal.open();
        journal.settle(new ClientToken("a"));
        assertEquals(List.of(intent("a")), before);
    }

    private static CloudIntent intent(String token) {
        return new CloudIntent(new ClientToken(token), new CloudDeed.Delete(new EniId("eni-1")), SINCE);
    }
}
