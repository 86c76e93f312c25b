package io.github.terway4j.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Simulated times and counts, which a seed decides; what the machine's clock says is nobody's claim here. */
class PoolBenchTest {
    private static final PoolBench BENCH = new PoolBench(new PoolBenchPlan(List.of(1), 1));

    @Test
    void a_plan_names_the_option_that_cannot_be() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new PoolBenchPlan(List.of(0, 5), 1));
        assertEquals("--nodes must be numbers from 1 to 700, but are [0, 5]", refused.getMessage());
    }

    @Test
    void five_hundred_nodes_cannot_be_ready_before_the_door_has_let_in_six_requests_of_each() {
        assertEquals(6, AllocScene.least().all());
        // (500 x 6 - 4) / 100 a second, and 20 ms for the last.
        assertEquals(Duration.ofMillis(29_980), AllocScene.bound(500));
    }

    @Test
    void one_node_cannot_be_ready_before_four_requests_have_followed_one_another() {
        assertEquals(Duration.ofMillis(80), AllocScene.bound(1));
    }

    @Test
    void a_hundred_addresses_take_four_enis_that_come_and_go_and_six_calls_to_fill_them() {
        var scene = new BurstScene(false);
        assertEquals(1 + 4 + 4 + 1 + 6, scene.leastUp().all());
        assertEquals(1 + 4 + 1 + 4 + 1, scene.leastDown().all());
    }

    @Test
    void seven_prefixes_are_born_with_one_eni() {
        var scene = new BurstScene(true);
        assertEquals(1 + 1 + 1 + 1, scene.leastUp().all());
        assertEquals(1 + 1 + 1 + 1 + 1, scene.leastDown().all());
    }

    @Test
    void one_node_has_its_addresses_after_no_more_requests_than_it_must_make() {
        var measure = BENCH.alloc(1, true);
        assertEquals(AllocScene.least().byKind(), measure.filling().requests().byKind());
        assertTrue(measure.ratio() >= 1 && measure.ratio() <= 1.6, measure::row);
    }

    @Test
    void where_the_door_keeps_requests_waiting_many_nodes_are_ready_almost_as_soon_as_it_allows() {
        var measure = BENCH.alloc(20, true);
        assertEquals(20 * AllocScene.least().all(), measure.filling().requests().all());
        assertTrue(measure.ratio() >= 1 && measure.ratio() <= 1.1, measure::row);
    }

    @Test
    void where_the_door_refuses_them_they_come_back_one_after_another() {
        var measure = BENCH.alloc(20, false);
        assertTrue(measure.filling().refused() > 0, measure::row);
        assertTrue(measure.ratio() >= 1 && measure.ratio() <= 3, measure::row);
    }

    @Test
    void where_the_door_refuses_them_no_more_than_as_many_are_refused_as_taken_and_none_is_made_twice() {
        var measure = BENCH.alloc(100, false);
        var taken = measure.filling().requests().all() - measure.filling().refused();
        assertTrue(measure.filling().refused() <= taken, measure::row);
        assertTrue(taken <= 1.1 * 100 * AllocScene.least().all(), measure::row);
    }

    @Test
    void the_same_seed_gives_the_same_requests_in_the_same_time() {
        assertEquals(BENCH.alloc(1, false).fields(), BENCH.alloc(1, false).fields());
    }

    @Test
    void pods_that_come_and_go_cost_hardly_more_requests_than_they_must() {
        for (var prefixes : List.of(false, true)) {
            var scene = new BurstScene(prefixes);
            var measure = BENCH.burst(scene);
            assertTrue(measure.perPod() >= measure.leastPerPod(), measure::words);
            assertTrue(measure.perPod() <= measure.leastPerPod() + 0.05, measure::words);
        }
    }
}
