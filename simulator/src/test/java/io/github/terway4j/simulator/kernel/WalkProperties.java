package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Observation;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every walk in every world, however confused. */
final class WalkProperties {
    /** Each forwarding costs one of 64, and each namespace on the way adds a decision, a sending and a receipt. */
    private static final int MOST_HOPS = 3 * 64 + 1;

    @Property(tries = 300)
    void a_walk_ends_at_an_owner_of_the_destination_or_says_why_not(@ForAll(supplier = Worlds.class) World world) {
        for (var question : world.questions()) {
            var walk = world.ask(question);
            assertTrue(walk.hops().size() <= MOST_HOPS, walk.words());
            switch (walk.end()) {
                case WalkEnd.Delivered(var ns, var _) ->
                    assertTrue(world.owns(ns, question.destination()), walk.words());
                case WalkEnd.Dropped dropped -> assertTrue(!dropped.detail().isBlank(), walk.words());
            }
        }
    }

    @Property(tries = 100)
    void asking_changes_nothing_and_the_same_question_has_the_same_answer(
            @ForAll(supplier = Worlds.class) World world) {
        var before = world.seen();
        var first = world.questions().stream().map(world::ask).toList();
        assertEquals(first, world.questions().stream().map(world::ask).toList());
        assertEquals(before, world.seen());
    }

    @Property(tries = 100)
    void the_same_steps_make_the_same_world(@ForAll(supplier = Worlds.class) World world) {
        var again = new World(world.steps(), world.questions());
        assertEquals(world.seen(), again.seen());
        assertEquals(
                world.questions().stream().map(world::ask).toList(),
                world.questions().stream().map(again::ask).toList());
    }

    @Property(tries = 200)
    void what_was_made_can_be_unmade_and_nothing_of_it_is_left(@ForAll(supplier = Worlds.class) World world) {
        var removals = new ArrayList<KernelStep>();
        for (var step : world.steps().reversed()) {
            removals.add(new KernelStep.Remove(step.object()));
        }
        world.apply(removals);
        for (var state : world.seen()) {
            assertEquals(1, state.links().size(), "only loopback");
            assertEquals(List.of(), state.rules());
            assertEquals(List.of(), state.routes());
        }
    }

    /** Someone in a namespace wants to send there. */
    record Question(NetNs from, Ip destination) {}

    /** Whatever came of some steps, refused ones among them. */
    record World(SimulatedMachine machine, List<NetNs> spaces, List<KernelStep.Make> steps, List<Question> questions) {
        World(List<KernelStep.Make> steps, List<Question> questions) {
            this(new SimulatedMachine(), Worlds.SPACES, steps, questions);
            Worlds.NAMES.forEach(machine.namespaces()::create);
            steps.forEach(step -> apply(List.of(step)));
        }

        void apply(List<? extends KernelStep> some) {
            machine.kernel().apply(List.copyOf(some));
        }

        Walk ask(Question question) {
            return machine.packets().walk(question.from(), question.destination());
        }

        List<KernelState> seen() {
            return spaces.stream()
                    .map(ns -> ((Observation.Seen) machine.kernel().observe(ns, List.of())).state())
                    .toList();
        }

        boolean owns(NetNs ns, Ip ip) {
            return ip.toString().startsWith("127.")
                    || seen().get(spaces.indexOf(ns)).addresses().stream()
                            .map(KernelObject.Address::address)
                            .anyMatch(address ->
                                    address.ip().equals(ip) || address.subnet().contains(ip));
        }

        @Override
        public String toString() {
            return "after " + steps.stream().map(KernelStep::words).toList() + " asking " + questions;
        }
    }
}
