package io.github.terway4j.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An agent whose chance begins anew with each life, as in a machine that is restored from an image, asks for ENIs. */
class RepeatedChanceTest {
    /** More than one ENI of the type holds, so that another has to be made after the death. */
    private static final int PODS = 14;

    private static Surroundings repeating(Surroundings living) {
        return new Surroundings(
                living.cloud(),
                living.kernel(),
                living.ledger(),
                living.journal(),
                living.pods(),
                living.chronicle(),
                living.tasks(),
                new SplittableRandom(7),
                living.conditions());
    }

    /** One pod, and when the agent has died, all the others. How long the longest of them waited. */
    private static Duration live(NodeInWorld node) {
        var waits = new ArrayList<Duration>();
        node.runtime("day", () -> {
            var pods = new ArrayList<RunningPod>();
            pods.add(node.startPod("first"));
            node.add(pods.getFirst());
            node.restartAgent();
            IntStream.range(1, PODS).forEach(i -> {
                var asked = node.world.instant();
                pods.add(node.startPod("pod-" + i));
                node.add(pods.getLast());
                waits.add(Duration.between(asked, node.world.instant()));
            });
            pods.forEach(node::del);
        });
        node.world.runFor(Duration.ofMinutes(20));
        assertEquals(PODS - 1, waits.size(), "not every pod was served");
        return waits.stream().max(Duration::compareTo).orElseThrow();
    }

    /** Of the calls that ask the cloud for an ENI, this one. */
    private static FaultPlan at(int creation, Fate fate) {
        var seen = new int[1];
        return call -> call.what().startsWith("create NewEni") && ++seen[0] == creation ? fate : new Fate.Arrives();
    }

    @Test
    void another_life_is_not_taken_for_the_earlier_one() {
        outlive("no crash but one", FaultPlan.NONE);
        for (var creation = 1; creation <= 2; creation++) {
            outlive("dies before creation " + creation, at(creation, new Fate.CrashBefore()));
            outlive("dies after creation " + creation, at(creation, new Fate.CrashAfter()));
            outlive("hears nothing of creation " + creation, at(creation, new Fate.AnswerLost(Duration.ofSeconds(10))));
        }
    }

    private static void outlive(String what, FaultPlan faults) {
        try (var node = new NodeInWorld(1, faults, RepeatedChanceTest::repeating)) {
            var longest = live(node);
            assertEquals(
                    List.of(),
                    node.world.trace().lines().stream()
                            .filter(line -> line.contains("stood for"))
                            .toList(),
                    what);
            assertTrue(longest.compareTo(Duration.ofSeconds(30)) < 0, () -> what + ": a pod waited " + longest);
            assertEquals(node.ledger().size(), 0, what);
        }
    }
}
