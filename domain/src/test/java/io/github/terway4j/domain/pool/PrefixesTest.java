package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.net.IpFamily.V6;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.block;
import static io.github.terway4j.domain.pool.Enis.blocks;
import static io.github.terway4j.domain.pool.Enis.id;
import static io.github.terway4j.domain.pool.Enis.prefix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.pool.PoolAction.AssignAddresses;
import io.github.terway4j.domain.pool.PoolAction.AssignPrefixes;
import io.github.terway4j.domain.pool.PoolAction.CreateEni;
import io.github.terway4j.domain.pool.PoolAction.DetachEni;
import io.github.terway4j.domain.pool.PoolAction.UnassignPrefixes;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At most three ENIs of ten places: the primary address and nine prefixes of sixteen addresses. */
class PrefixesTest {
    private static final PoolLimits LIMITS = new PoolLimits(3, 10, List.of(V4)).in(Portion.PREFIX);
    private static final PoolLimits DUAL = new PoolLimits(3, 10, List.of(V4, V6)).in(Portion.PREFIX);
    private static final Watermarks NONE = new Watermarks(0, 0);
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final PoolHealth NO_BLOCKS = PoolHealth.GOOD.outOfBlocks(VSWITCH_ID, NOON);

    @Test
    void a_prefix_takes_the_place_of_one_address_and_the_primary_one_serves_nobody() {
        assertEquals(144, LIMITS.podsPerEni());
        assertEquals(432, LIMITS.capacity());
        assertThrows(IllegalArgumentException.class, () -> new PoolLimits(3, 1, List.of(V4)).in(Portion.PREFIX));
    }

    @Test
    void a_new_eni_is_born_with_the_prefixes_that_those_who_wait_need() {
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 1, 0, 3, 0)), plan(LIMITS, 33).actions());
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 1, 0, 9, 0), new CreateEni(VSWITCH_ID, 1, 0, 1, 0)),
                plan(LIMITS, 145).actions());
    }

    @Test
    void beside_ipv4_prefixes_one_of_ipv6_is_more_than_enough() {
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 1, 0, 3, 1)), plan(DUAL, 33).actions());
        assertEquals(
                List.of(new AssignPrefixes(id(1), V4, 1), new AssignPrefixes(id(1), V6, 1)),
                plan(DUAL, 20, blocks(1, IN_USE, block(1, 0, 0, 0))).actions());
    }

    @Test
    void free_addresses_of_a_prefix_serve_before_another_is_taken() {
        assertEquals(
                List.of(),
                plan(LIMITS, 6, blocks(1, IN_USE, block(1, 0, 10, 0))).actions());
        assertEquals(
                List.of(new AssignPrefixes(id(1), V4, 1)),
                plan(LIMITS, 7, blocks(1, IN_USE, block(1, 0, 10, 0))).actions());
        assertEquals(
                List.of(new AssignPrefixes(id(1), V4, 1)),
                plan(LIMITS, 6, blocks(1, IN_USE, block(1, 0, 10, 1))).actions(),
                "one of them rests");
    }

    @Test
    void where_the_vswitch_has_no_free_block_single_addresses_serve() {
        var holding = blocks(1, IN_USE, block(1, 0, 16, 0));
        assertEquals(
                List.of(new AssignAddresses(id(1), V4, 5)),
                plan(LIMITS, NO_BLOCKS, NOON, 5, holding).actions());
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 6, 0)),
                plan(LIMITS, NO_BLOCKS, NOON, 5).actions());
    }

    @Test
    void after_a_while_the_vswitch_is_asked_for_blocks_once_again() {
        var holding = blocks(1, IN_USE, block(1, 0, 16, 0));
        assertEquals(
                List.of(new AssignPrefixes(id(1), V4, 1)),
                plan(LIMITS, NO_BLOCKS, NOON.plusSeconds(120), 5, holding).actions());
    }

    @Test
    void a_prefix_goes_when_all_of_it_is_idle_and_has_rested() {
        var holding = blocks(1, IN_USE, block(1, 0, 1, 0), block(1, 1, 0, 0), block(1, 2, 0, 3), block(1, 3, 0, 0));
        assertEquals(List.of(new UnassignPrefixes(id(1), List.of(prefix(1, 3), prefix(1, 1)))), twice(LIMITS, holding));
    }

    @Test
    void no_prefix_goes_of_which_some_addresses_shall_stay() {
        var holding = blocks(1, IN_USE, block(1, 0, 1, 0), block(1, 1, 0, 0));
        var view = view(PoolHealth.GOOD, 0, holding);
        assertEquals(
                List.of(),
                PoolPlanner.plan(new Watermarks(0, 16), LIMITS, view, NOON).marks());
        assertEquals(
                16,
                PoolPlanner.plan(new Watermarks(0, 15), LIMITS, view, NOON)
                        .marks()
                        .size());
    }

    @Test
    void an_eni_goes_with_all_its_prefixes_by_one_detachment() {
        assertEquals(
                List.of(new DetachEni(id(1))), twice(LIMITS, blocks(1, IN_USE, block(1, 0, 0, 0), block(1, 1, 0, 0))));
    }

    @Test
    void whoever_changes_to_prefixes_keeps_what_there_is_and_takes_prefixes_from_then_on() {
        var singles = Enis.holding(1, IN_USE, 4, 4);
        assertEquals(
                List.of(new AssignPrefixes(id(1), V4, 1)),
                plan(LIMITS, 3, singles).actions());
        var changedBack = new PoolLimits(3, 10, List.of(V4));
        assertEquals(
                List.of(new AssignAddresses(id(1), V4, 3)),
                plan(changedBack, 4, blocks(1, IN_USE, block(1, 0, 16, 0))).actions(),
                "the primary address serves then");
    }

    @Test
    void what_is_on_its_way_counts_with_its_prefixes() {
        assertEquals(
                Optional.empty(),
                plan(LIMITS, 16, blocks(1, AVAILABLE, block(1, 0, 0, 0))).shortfall());
        assertEquals(
                1,
                plan(LIMITS, 16, blocks(1, AVAILABLE, block(1, 0, 0, 0)))
                        .actions()
                        .size());
    }

    private static PoolPlan plan(PoolLimits limits, int starving, Holding... holdings) {
        return plan(limits, PoolHealth.GOOD, NOON, starving, holdings);
    }

    private static PoolPlan plan(PoolLimits limits, PoolHealth health, Instant now, int starving, Holding... holdings) {
        return PoolPlanner.plan(NONE, limits, view(health, starving, holdings), now);
    }

    private static List<PoolAction> twice(PoolLimits limits, Holding... holdings) {
        var view = view(PoolHealth.GOOD, 0, holdings);
        var first = PoolPlanner.plan(NONE, limits, view, NOON);
        assertEquals(List.of(), first.actions(), "nothing goes that was not marked");
        return PoolPlanner.plan(NONE, limits, Enis.marked(view, first.marks()), NOON)
                .actions();
    }

    private static PoolView view(PoolHealth health, int starving, Holding... holdings) {
        var places = new Birthplaces(List.of(VSWITCH), List.of());
        return new PoolView(List.of(holdings), places, starving, health);
    }
}
