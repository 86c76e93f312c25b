package io.github.terway4j.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request that takes effect after 10 ms and is answered after 20 ms, and its fates. */
class FateTest {
    private static final Spread TEN = Spread.ofMillis(10, 10);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Test
    void it_arrives() {
        assertEquals(List.of("effect +10", "answer 5 +20"), told(new Fate.Arrives()));
    }

    @Test
    void it_is_late() {
        assertEquals(List.of("effect +10", "answer 5 +1020"), told(new Fate.Late(Duration.ofSeconds(1))));
    }

    @Test
    void it_is_lost_on_its_way() {
        assertEquals(
                List.of("no answer to node-1/main ask within PT0.1S", "answer -1 +100"),
                told(new Fate.LostOnTheWay(PATIENCE)));
    }

    @Test
    void its_answer_is_lost() {
        assertEquals(
                List.of("effect +10", "no answer to node-1/main ask within PT0.1S", "answer -1 +100"),
                told(new Fate.AnswerLost(PATIENCE)));
    }

    @Test
    void it_takes_effect_when_nobody_reckons_with_it_any_more() {
        assertEquals(
                List.of("no answer to node-1/main ask within PT0.1S", "answer -1 +100", "effect +400"),
                told(new Fate.GivenUp(PATIENCE, Duration.ofMillis(300))));
    }

    @Test
    void a_call_that_stays_on_the_machine_is_never_lost() {
        try (var world = new World(1, call -> new Fate.LostOnTheWay(PATIENCE))) {
            var process = world.process("node-1");
            process.start("main", () -> process.call("write", TEN, () -> 1));
            assertThrows(WorldStopped.class, world::run);
        }
    }

    @Test
    void what_the_effect_throws_the_caller_hears() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var heard = new ArrayList<String>();
            process.start("main", () -> {
                try {
                    process.call("create", TEN, () -> {
                        throw new IllegalArgumentException("there is one already");
                    });
                } catch (IllegalArgumentException e) {
                    heard.add("%s +%s".formatted(e.getMessage(), millis(world)));
                }
            });
            world.run();
            assertEquals(List.of("there is one already +20"), heard);
        }
    }

    @Test
    void what_an_unheard_effect_throws_stops_the_world() {
        try (var world = new World(1, call -> new Fate.AnswerLost(PATIENCE))) {
            var process = world.process("node-1");
            process.start(
                    "main",
                    () -> process.<Integer>request(
                            "ask",
                            TEN,
                            () -> {
                                throw new IllegalStateException("the model is wrong");
                            },
                            words -> -1));
            assertEquals(
                    "the model is wrong",
                    assertThrows(WorldStopped.class, world::run).why().getMessage());
        }
    }

    @Test
    void a_plan_is_told_who_calls_what_and_when() {
        var told = new ArrayList<FaultPlan.Call>();
        FaultPlan plan = call -> {
            told.add(call);
            return new Fate.Arrives();
        };
        try (var world = new World(1, plan)) {
            var process = world.process("node-1");
            process.start("main", () -> {
                process.tasks().sleep(Duration.ofSeconds(1));
                process.call("write", TEN, () -> 1);
                process.request("ask", TEN, () -> 1, words -> -1);
            });
            world.run();
        }
        assertEquals(2, told.size());
        var first = told.getFirst();
        assertEquals(new FaultPlan.Call(1, first.at(), "node-1", "main", "write", false), first);
        assertEquals(new FaultPlan.Call(2, first.at().plusMillis(20), "node-1", "main", "ask", true), told.getLast());
    }

    /** What happens, and at which millisecond after the request was made. */
    private static List<String> told(Fate fate) {
        try (var world = new World(1, call -> fate)) {
            var told = new ArrayList<String>();
            var process = world.process("node-1");
            process.start("main", () -> {
                var begun = world.instant();
                var answer = process.request(
                        "ask",
                        TEN,
                        () -> {
                            told.add("effect +"
                                    + Duration.between(begun, world.instant()).toMillis());
                            return 5;
                        },
                        words -> {
                            told.add(words);
                            return -1;
                        });
                told.add("answer %d +%d"
                        .formatted(
                                answer, Duration.between(begun, world.instant()).toMillis()));
            });
            world.run();
            return told;
        }
    }

    private static long millis(World world) {
        return Duration.between(World.BEGINNING, world.instant()).toMillis();
    }
}
