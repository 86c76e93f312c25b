package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we have the cloud do is written down before, and settled by what came of it. */
class JournalledCloudTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void a_quiet_pool_leaves_nothing_in_the_journal() {
        try (var bench = new Bench(3, 5, 4, 4).passes(6)) {
            bench.attached("web");
            bench.passes(3);
            bench.del(bench.pod("web"));
            bench.passes(30);
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    @Test
    void a_create_that_was_lost_on_the_way_is_asked_for_again_as_the_same_call() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.fates.next("create", new Fate.LostOnTheWay(PATIENCE));
            bench.passes(6);
            assertEquals(2, bench.cloud.count("create"));
            assertEquals(1, bench.cloud.tokens().size(), () -> "" + bench.cloud.tokens());
            assertEquals(1, made(bench).size());
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    @Test
    void a_create_whose_answer_was_lost_is_settled_by_the_eni_that_carries_its_token() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.fates.next("create", new Fate.AnswerLost(PATIENCE));
            bench.passes(6);
            assertEquals(1, bench.cloud.count("create"));
            assertEquals(1, made(bench).size());
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    @Test
    void while_it_is_not_known_whether_an_eni_was_made_no_other_is_made_though_more_is_wanted() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(30))));
            bench.fates.next("create", new Fate.AnswerLost(Duration.ofSeconds(1)));
            bench.keepPool();
            bench.beginAdd(bench.pod("a"));
            bench.run(Duration.ofSeconds(2));
            bench.beginAdd(bench.pod("b"));
            bench.run(Duration.ofSeconds(20));
            assertTrue(bench.cloud.count("create") > 1);
            assertEquals(1, made(bench).size(), () -> "" + made(bench));
        }
    }

    @Test
    void an_eni_that_an_earlier_life_has_made_and_that_is_not_shown_yet_is_not_made_again() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(8))));
            bench.keepPool();
            bench.beginAdd(bench.pod("a"));
            bench.run(Duration.ofSeconds(2));
            bench.restart();
            bench.keepPool();
            bench.attached("b");
            assertEquals(1, made(bench).size(), () -> "" + made(bench));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intend Create", "create", "settle"})
    void an_agent_that_dies_while_an_eni_is_made_makes_no_other_in_its_next_life(String when) {
        for (var fate : List.<Fate>of(new Fate.CrashBefore(), new Fate.CrashAfter())) {
            try (var bench = new Bench(3, 5, 2, 2)) {
                bench.fates.next(when, fate);
                bench.keepPool();
                bench.run(Duration.ofSeconds(30));
                bench.restart();
                bench.passes(10);
                bench.run(Duration.ofMinutes(11));
                bench.passes(1);
                assertEquals(1, made(bench).size(), () -> "%s, %s: %s".formatted(when, fate, made(bench)));
                assertEquals(List.of(), bench.disk.intents(), () -> "%s, %s".formatted(when, fate));
            }
        }
    }

    @Test
    void an_address_that_the_cloud_may_yet_take_is_not_handed_out_in_the_next_life_either() {
        try (var bench = new Bench(1, 5, 3, 3).passes(5)) {
            bench.attached("web");
            bench.passes(3);
            bench.del(bench.pod("web"));
            bench.run(Duration.ofSeconds(40));
            // Given up by the agent at once, and taken by the cloud when another agent has begun.
            bench.fates.next("unassign", new Fate.GivenUp(Duration.ofSeconds(1), Duration.ofSeconds(20)));
            bench.passes(2);
            var doubted = bench.disk.intents().stream()
                    .filter(intent -> intent.deed() instanceof CloudDeed.Unassign)
                    .flatMap(intent -> ((CloudDeed.Unassign) intent.deed()).addresses().stream())
                    .toList();
            assertFalse(doubted.isEmpty());
            bench.restart();
            bench.keepPool();
            for (var pod : List.of("a", "b", "c", "d")) {
                var ip = bench.attached(pod).addresses().v4().orElseThrow().ip();
                assertFalse(doubted.contains(ip), () -> ip + " is on its way out");
            }
            bench.run(Duration.ofMinutes(10));
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    @Test
    void what_cannot_be_written_down_is_not_asked_for() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.way.fail("intend");
            bench.passes(3);
            assertEquals(0, bench.cloud.count("create"));
            bench.way.relent();
            bench.passes(4);
            assertEquals(1, made(bench).size());
        }
    }

    @Test
    void what_cannot_be_struck_out_at_once_is_struck_out_later() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.way.fail("settle");
            bench.passes(4);
            assertTrue(bench.disk.intents().size() > 0);
            bench.way.relent();
            bench.run(Duration.ofMinutes(11));
            bench.passes(1);
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    @Test
    void a_call_that_a_mistake_of_ours_has_ended_is_settled_like_one_whose_answer_was_lost() {
        try (var bench = new Bench(3, 5, 2, 2)) {
            bench.cloud.refuse("create", new Mistake());
            assertTrue(bench.ask("pass", () -> stumbles(bench)));
            bench.cloud.relent();
            bench.passes(6);
            assertEquals(2, bench.cloud.count("create"));
            assertEquals(1, bench.cloud.tokens().size(), () -> "" + bench.cloud.tokens());
            assertEquals(1, made(bench).size());
            assertEquals(List.of(), bench.disk.intents());
        }
    }

    private static boolean stumbles(Bench bench) {
        try {
            bench.agent.pool().pass();
            return false;
        } catch (UnsupportedOperationException mistake) {
            return true;
        }
    }

    private static final class Mistake implements StubbornCloud.Refusal {
        @Override
        public <T> CloudOutcome<T> outcome() {
            throw new UnsupportedOperationException("a mistake");
        }
    }

    private static List<CloudEni> made(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().tags().get(Marks.MADE_FOR).isPresent())
                .toList();
    }
}
