package io.github.terway4j.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalTest {
    private final World world = new World(1);
    private final SimulatedProcess process = world.process("node-1");
    private final Tasks tasks = process.tasks();
    private final Tasks.Signal signal = tasks.signal("ping");
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void closed() {
        world.close();
    }

    @Test
    void a_raise_wakes_all_who_wait() {
        for (int i = 0; i < 3; i++) {
            start("waiter", () -> hear(0, second(10)));
        }
        start("raiser", () -> {
            tasks.sleep(Duration.ofSeconds(1));
            signal.raise();
        });
        world.run();
        assertEquals(List.of("true +1", "true +1", "true +1"), heard);
    }

    @Test
    void a_raise_between_the_look_and_the_wait_is_not_missed() {
        start("waiter", () -> {
            var seen = signal.count();
            process.call("look", Spread.ofMillis(500, 500), () -> 1);
            hear(seen, second(10));
        });
        start("raiser", () -> {
            tasks.sleep(Duration.ofMillis(700));
            signal.raise();
        });
        world.run();
        assertEquals(List.of("true +1"), heard, "at once, when the look is over");
    }

    @Test
    void a_wait_ends_at_its_deadline() {
        start("waiter", () -> hear(0, second(10)));
        world.run();
        assertEquals(List.of("false +10"), heard);
    }

    @Test
    void a_deadline_that_is_past_is_not_waited_for() {
        start("waiter", () -> {
            tasks.sleep(Duration.ofSeconds(5));
            hear(0, second(2));
            signal.raise();
            hear(0, second(2));
        });
        world.run();
        assertEquals(List.of("false +5", "true +5"), heard);
    }

    @Test
    void a_raise_that_does_not_exceed_what_was_seen_is_not_enough() {
        start("waiter", () -> hear(2, second(10)));
        start("raiser", () -> {
            for (int i = 0; i < 3; i++) {
                tasks.sleep(Duration.ofSeconds(1));
                signal.raise();
            }
        });
        world.run();
        assertEquals(List.of("true +3"), heard);
    }

    @Test
    void a_deadline_of_an_earlier_wait_does_not_end_a_later_one() {
        start("waiter", () -> {
            hear(0, second(5));
            tasks.sleep(Duration.ofSeconds(20));
            hear(1, second(60));
        });
        start("raiser", () -> {
            tasks.sleep(Duration.ofSeconds(1));
            signal.raise();
        });
        world.run();
        assertEquals(List.of("true +1", "false +60"), heard);
    }

    @Test
    void chance_says_who_of_the_woken_comes_first() {
        var firsts = new TreeSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            try (var other = new World(seed)) {
                var node = other.process("node-1");
                var ping = node.tasks().signal("ping");
                var order = new ArrayList<String>();
                for (var name : List.of("a", "b")) {
                    node.start(name, () -> {
                        ping.awaitBeyond(0, Instant.MAX);
                        order.add(name);
                    });
                }
                other.after(Duration.ofSeconds(1), "ping", ping::raise);
                other.run();
                firsts.add(order.getFirst());
            }
        }
        assertEquals(List.of("a", "b"), List.copyOf(firsts));
    }

    private void start(String name, Runnable work) {
        process.start(name, work);
    }

    private void hear(long seen, Instant deadline) {
        var raised = signal.awaitBeyond(seen, deadline);
        assertTrue(raised == signal.count() > seen, "it says whether it was raised");
        heard.add("%s +%d"
                .formatted(
                        raised,
                        Duration.between(World.BEGINNING, world.instant()).toSeconds()));
    }

    private static Instant second(int number) {
        return World.BEGINNING.plusSeconds(number);
    }
}
