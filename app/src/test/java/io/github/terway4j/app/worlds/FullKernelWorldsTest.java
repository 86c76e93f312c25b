package io.github.terway4j.app.worlds;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The same of worlds with everything in them, for kernels that have it: few by themselves, for they are built in an
 * emulated machine; {@code -Dworlds} and {@code -Dworlds.seed} as of {@link RandomWorldsTest}.
 */
class FullKernelWorldsTest {
    private static final long WORLDS = Long.getLong("worlds", 40);
    private static final long FIRST_SEED = Long.getLong("worlds.seed", 1);

    @Test
    void both_kernels_tell_the_same_of_every_world_with_everything() {
        LinuxGround.obstacleToAll().ifPresent(FullKernelWorldsTest::skip);
        new Comparison().compare(FIRST_SEED, WORLDS, Extent.FULL);
    }

    private static void skip(String obstacle) {
        if (LinuxGround.isFullKernel()) {
            fail("not skipped, because nothing may be missing under a full kernel: " + obstacle);
        }
        abort("skipped: " + obstacle);
    }

    @Test
    void worlds_with_everything_have_packets_that_arrive_through_links_that_stand_on_others() {
        var ground = new SimulatedGround();
        long through = LongStream.range(0, 100)
                .mapToObj(seed -> WorldMaker.draw(seed, Extent.FULL))
                .filter(ground::arrivesOverOthers)
                .count();
        assertTrue(through > 25, () -> "in only " + through + " of 100 worlds");
    }
}
