package io.github.terway4j.simulator.quirk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuirksTest {
    private static final Quirk FAILS = new Quirk.AttachmentFails();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Quirks quirks = new Quirks(1, () -> now);

    @Test
    void without_a_plan_nothing_strikes() {
        assertFalse(quirks.strikes(Quirk.AttachmentFails.class));
        assertEquals(new CallFate.Arrives(), quirks.fateOf("CreateNetworkInterface"));
    }

    @Test
    void a_quirk_is_on_from_a_moment_for_a_while() {
        quirks.follow(QuirkPlan.CALM.and(Spell.of(FAILS).from(seconds(10)).lasting(seconds(5))));
        var on = new ArrayList<Integer>();
        for (int second = 0; second < 20; second++) {
            if (quirks.strikes(Quirk.AttachmentFails.class)) {
                on.add(second);
            }
            now = now.plusSeconds(1);
        }
        assertEquals(List.of(10, 11, 12, 13, 14), on);
    }

    @Test
    void a_new_plan_begins_now_and_ends_the_old_one() {
        quirks.follow(QuirkPlan.of(FAILS));
        now = now.plusSeconds(60);
        quirks.follow(QuirkPlan.CALM.and(Spell.of(new Quirk.DeletionHangs()).lasting(seconds(1))));
        assertFalse(quirks.strikes(Quirk.AttachmentFails.class));
        assertTrue(quirks.strikes(Quirk.DeletionHangs.class));
    }

    @Test
    void probability_is_how_often_it_strikes() {
        quirks.follow(QuirkPlan.CALM.and(Spell.of(FAILS).probably(0.3)));
        var struck = IntStream.range(0, 10_000)
                .filter(i -> quirks.strikes(Quirk.AttachmentFails.class))
                .count();
        assertTrue(struck > 2_800 && struck < 3_200, () -> struck + " of 10000");
        quirks.follow(QuirkPlan.CALM.and(Spell.of(FAILS).probably(0)));
        assertFalse(quirks.strikes(Quirk.AttachmentFails.class));
    }

    @Test
    void the_same_seed_strikes_at_the_same_calls_and_another_at_others() {
        assertEquals(pattern(1, List.of()), pattern(1, List.of()));
        assertNotEquals(pattern(1, List.of()), pattern(2, List.of()));
    }

    @Test
    void one_quirk_more_does_not_change_when_the_others_strike() {
        var more = List.of(Spell.of(new Quirk.DetachmentHangs()).probably(0.5));
        assertEquals(pattern(1, List.of()), pattern(1, more));
    }

    private List<Boolean> pattern(long seed, List<Spell> others) {
        var plan = new ArrayList<>(others);
        plan.add(Spell.of(FAILS).probably(0.5));
        var drawn = new Quirks(seed, () -> now);
        drawn.follow(new QuirkPlan(plan));
        return IntStream.range(0, 64)
                .mapToObj(i -> {
                    drawn.strikes(Quirk.DetachmentHangs.class);
                    return drawn.strikes(Quirk.AttachmentFails.class);
                })
                .toList();
    }

    @Test
    void a_quirk_of_calls_befalls_those_that_are_meant() {
        quirks.follow(QuirkPlan.of(new Quirk.AnswerLost(Calls.to("CreateNetworkInterface")))
                .and(Spell.of(new Quirk.Refused(Calls.ALL, CallRefusal.THROTTLING_USER))
                        .from(seconds(5))));
        assertEquals(new CallFate.AnswerLost(), quirks.fateOf("CreateNetworkInterface"));
        assertEquals(new CallFate.Arrives(), quirks.fateOf("DescribeVSwitches"));
        now = now.plusSeconds(5);
        assertEquals(new CallFate.AnswerLost(), quirks.fateOf("CreateNetworkInterface"), "the first of the plan");
        assertEquals(new CallFate.Refused(CallRefusal.THROTTLING_USER), quirks.fateOf("DescribeVSwitches"));
    }

    @Test
    void every_refusal_has_a_name_of_its_own_and_stands_under_it_on_the_page_of_scenes() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "scenes.md"));
        var names = new TreeSet<String>();
        for (var why : CallRefusal.values()) {
            assertTrue(names.add(why.called()), why.called());
            assertTrue(page.contains("`" + why.called() + "`"), why.called());
        }
    }

    @Test
    void only_what_leaves_open_if_a_call_took_effect_may_be_said_of_one_that_did() {
        for (var why : CallRefusal.values()) {
            if (why.meaning() == CallRefusal.Meaning.OPEN) {
                assertTrue(new Quirk.DoneAndDenied(Calls.ALL, why).why().leavesOpen());
            } else {
                assertThrows(IllegalArgumentException.class, () -> new Quirk.DoneAndDenied(Calls.ALL, why));
            }
        }
    }

    @Test
    void what_others_do_recurs_while_the_spell_lasts() {
        var taken = new Quirk.EnisTaken(seconds(3));
        quirks.follow(QuirkPlan.CALM.and(Spell.of(taken).from(seconds(2)).lasting(seconds(7))));
        assertEquals(List.of(2L, 5L, 8L), turns());
        quirks.follow(QuirkPlan.of(taken).and(Spell.of(taken).probably(0)));
        assertEquals(2, quirks.others().size());
        assertEquals(Optional.empty(), quirks.others().getLast().next());
    }

    private List<Long> turns() {
        var others = quirks.others().getFirst();
        var turns = new ArrayList<Long>();
        for (var next = others.next(); next.isPresent(); next = others.next()) {
            turns.add(Duration.between(now, next.get()).toSeconds());
        }
        return turns;
    }

    @Test
    void a_plan_says_nothing_impossible() {
        assertThrows(IllegalArgumentException.class, () -> Spell.of(FAILS).probably(1.1));
        assertThrows(IllegalArgumentException.class, () -> Spell.of(FAILS).probably(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Spell.of(FAILS).from(seconds(-1)));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
