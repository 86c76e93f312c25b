package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one kernel made of a world.
 *
 * @param outcomes how each deed ended, by the kind of outcome: each kernel has words of its own
 * @param states what is seen of each namespace before anything is sent
 */
record Told(List<String> outcomes, List<KernelState> states, List<Fate> fates) {
    Told {
        outcomes = List.copyOf(outcomes);
        states = List.copyOf(states);
        fates = List.copyOf(fates);
    }

    /** Where the other tells something else of the same world, in words; this is the simulated kernel. */
    Optional<Disagreement> disagreement(Told real, World world) {
        return Stream.of(
                        IntStream.range(0, outcomes.size())
                                .mapToObj(i -> difference(
                                        world.deeds().get(i).words(), outcomes.get(i), real.outcomes.get(i))),
                        IntStream.range(0, states.size())
                                .boxed()
                                .flatMap(i -> Sight.differences(states.get(i), real.states.get(i))),
                        IntStream.range(0, fates.size())
                                .mapToObj(
                                        i -> difference(world.shots().get(i).words(), fates.get(i), real.fates.get(i))))
                .flatMap(differences -> differences)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Disagreement> difference(String what, Object simulated, Object real) {
        return simulated.equals(real)
                ? Optional.empty()
                : Optional.of(new Disagreement(
                        kind(simulated) + " and " + kind(real),
                        "%s: simulated %s, real %s".formatted(what, simulated, real)));
    }

    /** Of an arrival, not where. */
    private static String kind(Object told) {
        return told instanceof Fate.ArrivedIn ? "arrived" : told.toString();
    }
}
