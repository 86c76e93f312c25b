package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten calls a minute are one in six seconds; ten are there at the beginning. */
class CallPacerTest {
    private static final CloudApi API = CloudApi.ASSIGN_PRIVATE_IP_ADDRESSES;

    private final World world = new World(1);
    private final SimulatedProcess process = world.process("agent");
    private final CallPacer pacer =
            new CallPacer(new CallBudget(Map.of(API, 10), world.instant()), process.tasks(), () -> 0);
    private final List<String> diary = new ArrayList<>();

    @AfterEach
    void end() {
        world.close();
    }

    /** Whoever is told to come again does so when he was told to. */
    private void calls(String who, Urgency urgency, int times) {
        process.start(who, () -> {
            for (int i = 1; i <= times; i++) {
                for (var wait = pacer.turn(API, urgency); wait.isPresent(); wait = pacer.turn(API, urgency)) {
                    process.tasks().sleep(wait.get());
                }
                var second = Duration.between(World.BEGINNING, world.instant()).toSeconds();
                diary.add("%s at %d".formatted(who, second));
            }
        });
    }

    @Test
    void what_is_saved_is_spent_at_once_and_then_calls_keep_the_pace() {
        calls("pod", Urgency.WAITING_POD, 13);
        world.run();
        assertEquals(13, diary.size());
        assertEquals(List.of("pod at 0", "pod at 6", "pod at 12", "pod at 18"), diary.subList(9, 13));
    }

    @Test
    void what_no_pod_waits_for_is_not_kept_waiting_but_told_when_to_come_again() {
        process.start("pool", () -> {
            var began = world.instant();
            // Giving back leaves a fifth of a minute's calls, warming up a tenth.
            for (int i = 1; i <= 8; i++) {
                assertEquals(Optional.empty(), pacer.turn(API, Urgency.GIVE_BACK));
            }
            assertEquals(Optional.of(Duration.ofSeconds(6)), pacer.turn(API, Urgency.GIVE_BACK));
            assertEquals(Optional.empty(), pacer.turn(API, Urgency.WARM_UP));
            assertEquals(Optional.of(Duration.ofSeconds(6)), pacer.turn(API, Urgency.WARM_UP));
            assertEquals(began, world.instant());
            diary.add("done");
        });
        world.run();
        assertEquals(List.of("done"), diary);
    }

    @Test
    void a_pod_that_comes_later_goes_before_all_who_wait_for_less() {
        calls("back", Urgency.GIVE_BACK, 10);
        calls("warm", Urgency.WARM_UP, 10);
        world.after(Duration.ofMinutes(1), "a pod", () -> calls("pod", Urgency.WAITING_POD, 5));
        world.run();
        var pods = diary.stream().filter(line -> line.startsWith("pod")).toList();
        assertEquals(List.of("pod at 60", "pod at 60", "pod at 66", "pod at 72", "pod at 78"), pods);
        assertEquals(
                pods, diary.subList(diary.indexOf("pod at 60"), diary.indexOf("pod at 78") + 1), "nobody between them");
        assertEquals(25, diary.size(), "and in the end everybody has gone");
        assertEquals("back", diary.getLast().substring(0, 4));
    }

    @Test
    void after_a_complaint_nobody_goes_for_a_while_and_then_more_slowly() {
        calls("first", Urgency.WAITING_POD, 1);
        world.after(Duration.ofSeconds(1), "the cloud complains", () -> pacer.throttled(API));
        world.after(Duration.ofSeconds(1), "others", () -> calls("next", Urgency.WAITING_POD, 6));
        world.run();
        // Four are left, and six a minute are the least that there is: one in ten seconds.
        assertEquals(
                List.of("next at 1", "next at 1", "next at 1", "next at 1", "next at 11", "next at 21"),
                diary.subList(1, 7));
    }

    @Test
    void a_call_that_a_pod_waits_for_takes_another_turn_when_the_cloud_has_not_heard_it() {
        var outcome = madeByTurns(Urgency.WAITING_POD, 2);
        assertEquals(new CloudOutcome.Done<>("answer"), outcome);
        assertEquals(3, diary.size(), "two were refused");
    }

    @Test
    void it_gives_up_when_the_cloud_refuses_it_again_and_again() {
        assertInstanceOf(CloudOutcome.Throttled.class, madeByTurns(Urgency.WAITING_POD, 100));
        assertEquals(1 + PaceCalls.MORE_TURNS, diary.size());
    }

    @Test
    void a_call_that_nobody_waits_for_is_made_once() {
        assertInstanceOf(CloudOutcome.Throttled.class, madeByTurns(Urgency.WARM_UP, 1));
        assertEquals(1, diary.size());
    }

    @Test
    void what_the_cloud_has_taken_makes_the_next_complaint_milder() {
        process.start("calls", () -> {
            pacer.throttled(API);
            process.tasks().sleep(Duration.ofSeconds(1));
            assertEquals(Duration.ofMillis(150), pacer.throttled(API));
            process.tasks().sleep(Duration.ofSeconds(1));
            pacer.inTurn(API, Urgency.WAITING_POD, () -> new CloudOutcome.Unknown<>("no answer"));
            pacer.inTurn(API, Urgency.WAITING_POD, () -> new CloudOutcome.NotFound<>("an answer"));
            assertEquals(Duration.ofMillis(150), pacer.throttled(API), "not 300");
            diary.add("done");
        });
        world.run();
        assertEquals(List.of("done"), diary);
    }

    /** The cloud refuses the first so many. */
    private CloudOutcome<String> madeByTurns(Urgency urgency, int refused) {
        var outcomes = new ArrayList<CloudOutcome<String>>();
        process.start(
                "call",
                () -> outcomes.add(pacer.inTurn(API, urgency, () -> {
                    diary.add("made");
                    return diary.size() <= refused
                            ? new CloudOutcome.Throttled<>(pacer.throttled(API))
                            : new CloudOutcome.Done<>("answer");
                })));
        world.run();
        return outcomes.getFirst();
    }

    @Test
    void one_whose_wait_is_ended_holds_up_nobody() {
        var budget = new CallBudget(Map.of(API, 1), world.instant());
        var ended = new CallPacer(budget, new EndedTasks(world), () -> 0);
        ended.turn(API, Urgency.WAITING_POD);
        assertThrows(IllegalStateException.class, () -> ended.turn(API, Urgency.WAITING_POD));
        var next = budget.join(API, Urgency.GIVE_BACK);
        assertEquals(Optional.empty(), budget.ask(next, world.instant().plus(Duration.ofMinutes(1))));
    }

    /** Those of an agent that is told to stop: whoever waits is ended. */
    private record EndedTasks(World world) implements Tasks {
        @Override
        public Instant instant() {
            return world.instant();
        }

        @Override
        public void sleep(Duration length) {
            throw new IllegalStateException("ended");
        }

        @Override
        public void start(String name, Runnable work) {
            throw new IllegalStateException("ended");
        }

        @Override
        public Signal signal(String name) {
            return new Signal() {
                @Override
                public long count() {
                    return 0;
                }

                @Override
                public void raise() {}

                @Override
                public boolean awaitBeyond(long seen, Instant deadline) {
                    throw new IllegalStateException("ended");
                }
            };
        }
    }
}
