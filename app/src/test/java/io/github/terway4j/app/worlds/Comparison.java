package io.github.terway4j.app.worlds;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;

/** Builds worlds in both kernels. */
final class Comparison {
    /** What is thought to be lost is hardly waited for: it would still be seen when the last one has been sent. */
    private static final Duration AT_FIRST = Duration.ofMillis(1);

    /** Where a machine is emulated, all takes longer. */
    private static final Duration IN_DOUBT = Duration.ofMillis(LinuxGround.isFullKernel() ? 600 : 60);

    private final SimulatedGround simulated = new SimulatedGround();
    private final LinuxGround hasty = new LinuxGround(AT_FIRST);
    private final LinuxGround patient = new LinuxGround(IN_DOUBT);

    /** Fails at the first world about which they disagree, and tells the smallest like it. */
    void compare(long firstSeed, long worlds, Extent extent) {
        for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
            var world = WorldMaker.draw(seed, extent);
            var found = disagreement(world);
            if (found.isPresent()) {
                fail(story(seed, found.get(), smallest(world, found.get())));
            }
        }
    }

    private static String story(long seed, Disagreement found, World smallest) {
        return """
                the kernels disagree about world %d: %s
                the smallest world in which they do so:
                %sagain: -Dworlds=1 -Dworlds.seed=%d""".formatted(seed, found.words(), smallest.words(), seed);
    }

    /** In what they disagree, if they do so again when the real one is given more time. */
    Optional<Disagreement> disagreement(World world) {
        var here = simulated.tell(world);
        return here.disagreement(hasty.tell(world, here.fates()), world).isEmpty()
                ? Optional.empty()
                : here.disagreement(patient.tell(world, here.fates()), world);
    }

    /**
     * The same with as few deeds and shots as can be found by leaving out one after the other, half of them at first.
     */
    World smallest(World world, Disagreement found) {
        return new Shrinking(smaller -> disagreement(smaller)
                        .filter(other -> other.kind().equals(found.kind()))
                        .isPresent())
                .smallest(world);
    }
}
