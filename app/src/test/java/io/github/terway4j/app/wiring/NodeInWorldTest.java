package io.github.terway4j.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The product's own agent, unchanged, in a world where a seed decides what happens. */
class NodeInWorldTest {
    private static final Duration DAY = Duration.ofMinutes(20);

    /** Two pods come, one goes, a third comes, all go. What is held at one time is remembered. */
    private static List<List<Ip>> live(NodeInWorld node) {
        var held = new ArrayList<List<Ip>>();
        node.runtime("day", () -> {
            var a = node.startPod("a");
            var ofA = node.add(a).addresses().map(address -> address.ip()).all();
            var b = node.startPod("b");
            var ofB = node.add(b).addresses().map(address -> address.ip()).all();
            held.add(together(ofA, ofB));
            node.del(a);
            var c = node.startPod("c");
            var ofC = node.add(c).addresses().map(address -> address.ip()).all();
            held.add(together(ofB, ofC));
            node.del(b);
            node.del(c);
            node.world.note("day", "the day is over");
        });
        node.world.runFor(DAY);
        return held;
    }

    private static List<Ip> together(List<Ip> some, List<Ip> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> trace(long seed) {
        try (var node = new NodeInWorld(seed, FaultPlan.NONE)) {
            live(node);
            return node.world.trace().lines();
        }
    }

    @Test
    void the_same_seed_gives_the_same_trace_line_by_line() {
        var first = trace(7);
        assertTrue(first.size() > 100, () -> first.size() + " lines only");
        assertEquals(first, trace(7));
    }

    @Test
    void another_seed_gives_another_trace() {
        assertNotEquals(trace(7), trace(8));
    }

    /** How many calls the agent makes in a day without crashes. */
    private static long calls() {
        var most = new long[1];
        try (var node = new NodeInWorld(1, call -> {
            most[0] = call.number();
            return new Fate.Arrives();
        })) {
            live(node);
        }
        return most[0];
    }

    @Test
    void an_agent_that_crashes_at_any_call_leaves_nothing_and_gives_no_address_twice() {
        var calls = calls();
        assertTrue(calls > 100, () -> calls + " calls only");
        for (long fatal = 1; fatal <= calls; fatal++) {
            outlive(fatal, new Fate.CrashBefore());
            outlive(fatal, new Fate.CrashAfter());
        }
    }

    @Test
    void an_answer_of_the_cloud_that_is_lost_leaves_nothing_and_gives_no_address_twice() {
        var calls = calls();
        for (long fatal = 1; fatal <= calls; fatal++) {
            var number = fatal;
            outlive(
                    "answer %d lost".formatted(number),
                    call -> call.number() == number && call.overNetwork()
                            ? new Fate.AnswerLost(Duration.ofSeconds(10))
                            : new Fate.Arrives());
        }
    }

    private static void outlive(long fatal, Fate fate) {
        outlive("%s at call %d".formatted(fate, fatal), call -> call.number() == fatal ? fate : new Fate.Arrives());
    }

    private static void outlive(String what, FaultPlan faults) {
        try (var node = new NodeInWorld(1, faults)) {
            var held = live(node);
            assertTrue(
                    node.world.trace().lines().stream().anyMatch(line -> line.endsWith("the day is over")),
                    () -> what + ": the day did not end\n"
                            + String.join("\n", node.world.trace().lines()));
            held.forEach(addresses -> assertEquals(
                    addresses.size(),
                    new HashSet<>(addresses).size(),
                    () -> what + ": an address twice in " + addresses));
            var host = node.host();
            assertEquals(
                    List.of(),
                    host.links().stream()
                            .filter(link -> Ownership.attachment(link.alias()).isPresent())
                            .toList(),
                    what);
            assertEquals(
                    List.of(),
                    host.rules().stream()
                            .filter(rule -> rule.protocol() == Ownership.PROTOCOL)
                            .toList(),
                    what);
            assertEquals(
                    List.of(),
                    host.routes().stream()
                            .filter(route ->
                                    route.protocol() == Ownership.PROTOCOL && route.table() == RouteTables.MAIN)
                            .toList(),
                    what);
            assertEquals(List.of(), node.ledger(), what);
        }
    }
}
