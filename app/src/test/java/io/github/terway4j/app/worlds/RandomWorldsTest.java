package io.github.terway4j.app.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Both kernels tell the same of worlds drawn at random: {@code -Dworlds=10000} builds that many, and {@code
 * -Dworlds.seed=4711} begins with that one.
 */
class RandomWorldsTest {
    private static final long WORLDS = Long.getLong("worlds", 100);
    private static final long FIRST_SEED = Long.getLong("worlds.seed", 1);

    @Test
    void both_kernels_tell_the_same_of_every_world() {
        var obstacle = LinuxGround.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        new Comparison().compare(FIRST_SEED, WORLDS, Extent.PLAIN);
    }

    @Test
    void the_same_seed_is_the_same_world() {
        assertEquals(world(17), world(17));
        assertTrue(!world(17).equals(world(18)));
    }

    @Test
    void packets_end_in_all_ways_and_often_enough_elsewhere() {
        var ground = new SimulatedGround();
        var worlds = LongStream.range(0, 500).mapToObj(RandomWorldsTest::world).toList();
        long elsewhere = 0;
        long lost = 0;
        long shots = 0;
        for (var world : worlds) {
            var fates = ground.tell(world).fates();
            for (int i = 0; i < fates.size(); i++) {
                shots++;
                lost += fates.get(i) instanceof Fate.Lost ? 1 : 0;
                elsewhere += fates.get(i) instanceof Fate.ArrivedIn(var ns)
                                && !ns.equals(world.shots().get(i).from())
                        ? 1
                        : 0;
            }
        }
        assertTrue(elsewhere > shots / 10, "%d of %d arrived elsewhere".formatted(elsewhere, shots));
        assertTrue(lost > shots / 10, "%d of %d were lost".formatted(lost, shots));
    }

    @Test
    void a_world_is_made_as_small_as_it_can_be() {
        var world = world(17);
        var needed = List.of(
                world.deeds().get(1), world.deeds().get(4), world.deeds().getLast());
        var shot = world.shots().get(3);
        var smallest = new Shrinking(smaller ->
                        smaller.deeds().containsAll(needed) && smaller.shots().contains(shot))
                .smallest(world);
        assertEquals(new World(world.namespaces(), needed, List.of(shot)), smallest);
    }

    private static World world(long seed) {
        return WorldMaker.draw(seed, Extent.PLAIN);
    }
}
