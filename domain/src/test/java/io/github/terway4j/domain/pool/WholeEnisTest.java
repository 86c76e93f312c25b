package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.ATTACHING;
import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.net.IpFamily.V6;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.dual;
import static io.github.terway4j.domain.pool.Enis.eni;
import static io.github.terway4j.domain.pool.Enis.holding;
import static io.github.terway4j.domain.pool.Enis.id;
import static io.github.terway4j.domain.pool.Enis.v4;
import static io.github.terway4j.domain.pool.Enis.v6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.pool.PoolAction.AssignAddresses;
import io.github.terway4j.domain.pool.PoolAction.AttachEni;
import io.github.terway4j.domain.pool.PoolAction.CreateEni;
import io.github.terway4j.domain.pool.PoolAction.DetachEni;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node of three ENIs beside its own, each for one pod. */
class WholeEnisTest {
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final PoolLimits LIMITS = PoolLimits.ofWholeEnis(3, List.of(V4));
    private static final PoolLimits DUAL = PoolLimits.ofWholeEnis(3, List.of(V4, V6));

    @Test
    void the_marks_count_enis() {
        var plan = plan(new Watermarks(1, 2), LIMITS, 0);
        assertEquals(List.of(new CreateEni(VSWITCH_ID, 1, 0)), plan.actions());
        assertEquals(List.of(), plan(new Watermarks(1, 2), LIMITS, 0, free(1)).actions());
    }

    @Test
    void a_pod_that_waits_gets_an_eni_of_its_own_with_an_address_of_each_family() {
        var plan = plan(new Watermarks(0, 0), DUAL, 1, dual(1, IN_USE, 1, 1, 1));
        assertEquals(List.of(new CreateEni(VSWITCH_ID, 1, 1)), plan.actions());
    }

    @Test
    void an_eni_that_has_no_address_of_one_family_gets_it() {
        var plan = plan(new Watermarks(1, 1), DUAL, 0, dual(1, IN_USE, 1, 0, 0));
        assertEquals(List.of(new AssignAddresses(id(1), V6, 1)), plan.actions());
    }

    @Test
    void a_node_whose_enis_are_all_taken_is_full() {
        var plan = plan(new Watermarks(1, 1), LIMITS, 2, taken(1), taken(2), taken(3));
        assertEquals(List.of(), plan.actions());
        assertEquals(Optional.of(new Shortfall.NodeFull(2, 3)), plan.shortfall());
    }

    @Test
    void one_that_is_on_its_way_is_counted_on() {
        assertEquals(
                List.of(),
                plan(new Watermarks(0, 0), LIMITS, 1, holding(1, ATTACHING, 1, 0))
                        .actions());
        assertEquals(
                List.of(new AttachEni(id(1))),
                plan(new Watermarks(0, 0), LIMITS, 1, holding(1, AVAILABLE, 1, 0))
                        .actions());
    }

    @Test
    void what_is_too_much_goes_as_a_whole_and_not_before_it_was_marked() {
        var view = view(0, taken(1), free(2), free(3));
        var first = PoolPlanner.plan(new Watermarks(0, 1), LIMITS, view, NOON);
        assertEquals(List.of(), first.actions());
        var second = PoolPlanner.plan(new Watermarks(0, 1), LIMITS, Enis.marked(view, first.marks()), NOON);
        assertEquals(List.of(new DetachEni(id(3))), second.actions());
    }

    @Test
    void of_an_eni_that_was_shared_once_only_the_first_address_of_each_family_serves() {
        assertEquals(List.of(v4(1, 1), v6(1, 1)), DUAL.singles(eni(1, IN_USE, 5, 3)));
        assertEquals(new Supply(0, 1, 1, 0), Supply.of(view(0, holding(1, IN_USE, 5, 0)), LIMITS));
        assertEquals(new Supply(1, 0, 0, 0), Supply.of(view(0, holding(1, IN_USE, 5, 1)), LIMITS));
    }

    @Test
    void its_other_addresses_are_not_given_back_one_by_one() {
        var ofAnEarlierLife = Enis.free(
                eni(1, IN_USE, 5, 0).with(EniTraits.NONE), List.of(v4(1, 1), v4(1, 2), v4(1, 3), v4(1, 4), v4(1, 5)));
        var plan = plan(new Watermarks(0, 0), LIMITS, 0, ofAnEarlierLife);
        assertEquals(List.of(), plan.marks());
    }

    private static Holding free(int number) {
        return holding(number, IN_USE, 1, 0);
    }

    private static Holding taken(int number) {
        return holding(number, IN_USE, 1, 1);
    }

    private static PoolPlan plan(WarmTarget target, PoolLimits limits, int starving, Holding... holdings) {
        return PoolPlanner.plan(target, limits, view(starving, holdings), NOON);
    }

    private static PoolView view(int starving, Holding... holdings) {
        return new PoolView(List.of(holdings), new Birthplaces(List.of(VSWITCH), List.of()), starving, PoolHealth.GOOD);
    }
}
