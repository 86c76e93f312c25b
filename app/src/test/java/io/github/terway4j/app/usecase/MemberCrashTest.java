package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The agent dies at each call that it makes, its pool's to the cloud among them, while a pod gets an ENI behind the trunk, or
 * gives it back.
 */
class MemberCrashTest {
    private static final List<Fate> DEATHS = List.of(new Fate.CrashBefore(), new Fate.CrashAfter());
    /** More calls than any deed makes; a round in which none was left to die at ends it. */
    private static final int MANY = 300;

    /** What happens next to the pod whose call found no end. */
    enum Sequel {
        ADDED_AGAIN,
        ENDED,
        DIES_UNSAID
    }

    @ParameterizedTest
    @CsvSource({
        "FILTER, ADDED_AGAIN",
        "FILTER, ENDED",
        "FILTER, DIES_UNSAID",
        "VLAN, ADDED_AGAIN",
        "VLAN, ENDED",
        "VLAN, DIES_UNSAID"
    })
    void nothing_is_left_in_the_end_wherever_getting_one_stopped(VlanStripType type, Sequel sequel) {
        everywhere(type, false, sequel);
    }

    @ParameterizedTest
    @CsvSource({"FILTER, ENDED", "FILTER, DIES_UNSAID", "VLAN, ENDED", "VLAN, DIES_UNSAID"})
    void nothing_is_left_in_the_end_wherever_giving_it_back_stopped(VlanStripType type, Sequel sequel) {
        everywhere(type, true, sequel);
    }

    private static void everywhere(VlanStripType type, boolean ending, Sequel sequel) {
        for (var death : DEATHS) {
            var calls = 0;
            while (calls < MANY && dieAt(calls, death, type, ending, sequel)) {
                calls++;
            }
            assertTrue(calls >= 10 && calls < MANY, calls + " calls");
        }
    }

    /** Whether there was such a call. */
    private static boolean dieAt(int call, Fate death, VlanStripType type, boolean ending, Sequel sequel) {
        try (var bench = Bench.ofMembers(2, type).passes(4)) {
            var when = "%s at call %d, %s %s".formatted(death, call, type, sequel);
            var web = bench.member("web");
            bench.netns(web);
            if (ending) {
                var add = bench.beginAdd(web);
                bench.passes(3);
                assertInstanceOf(AttachOutcome.Attached.class, bench.answer(add), when);
            }
            bench.fates.after(call, death);
            if (ending) {
                bench.answerOrDie(bench.beginDel(web));
                bench.run(Bench.REST);
                bench.lookIfAlive(3);
            } else {
                bench.beginAdd(web);
                bench.lookIfAlive(3);
            }
            if (!bench.fates.came()) {
                return false;
            }
            bench.restart();
            bench.keepPool();
            bench.run(Duration.ofSeconds(10));
            switch (sequel) {
                case ADDED_AGAIN -> {
                    assertInstanceOf(AttachOutcome.Attached.class, bench.add(web), when);
                    Traces.whole(bench, web);
                    assertEquals(new DetachOutcome.Detached(), bench.del(web), when);
                }
                case ENDED -> assertEquals(new DetachOutcome.Detached(), bench.del(web), when);
                case DIES_UNSAID -> {
                    bench.machine.namespaces().delete(bench.netns(web));
                    bench.cluster.stop(web.pod());
                    SlaveTest.sweep(bench);
                }
            }
            MemberTest.none(bench, when);
            bench.run(Duration.ofMinutes(15));
            assertEquals(List.of(), MemberTest.members(bench), when);
            return true;
        }
    }
}
