package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.ATTACHING;
import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.DELETING;
import static io.github.terway4j.domain.eni.EniStatus.DETACHING;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.eni.EniStatus.STRANGE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.net.IpFamily.V6;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.dual;
import static io.github.terway4j.domain.pool.Enis.holding;
import static io.github.terway4j.domain.pool.Enis.id;
import static io.github.terway4j.domain.pool.Enis.resting;
import static io.github.terway4j.domain.pool.Enis.v4;
import static io.github.terway4j.domain.pool.Enis.v4s;
import static io.github.terway4j.domain.pool.Enis.v6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.pool.PoolAction.AssignAddresses;
import io.github.terway4j.domain.pool.PoolAction.AttachEni;
import io.github.terway4j.domain.pool.PoolAction.CreateEni;
import io.github.terway4j.domain.pool.PoolAction.DeleteEni;
import io.github.terway4j.domain.pool.PoolAction.DetachEni;
import io.github.terway4j.domain.pool.PoolAction.UnassignAddresses;
import io.github.terway4j.domain.vswitch.Birthplaces;
import io.github.terway4j.domain.vswitch.Unfit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** At most three ENIs of twenty addresses each, unless a claim says otherwise. */
class PoolPlannerTest {
    private static final Birthplaces ONE_VSWITCH = new Birthplaces(List.of(VSWITCH), List.of());
    private static final Birthplaces NOWHERE = new Birthplaces(
            List.of(),
            List.of(
                    new Unfit.Exhausted(VSWITCH_ID, VSWITCH.zone()),
                    new Unfit.Elsewhere(new VSwitchId("vsw-2"), new Zone("zone-b"))));
    private static final PoolPlan NOTHING = new PoolPlan(List.of(), List.of(), Optional.empty());
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final PoolLimits LIMITS = new PoolLimits(3, 20, List.of(V4));
    private static final PoolLimits DUAL = new PoolLimits(3, 20, List.of(V4, V6));

    @Nested
    class Fetching {
        @Test
        void a_burst_asks_for_as_many_as_wait_and_the_lower_mark() {
            var plan = plan(marks(2, 5), waiting(6, holding(1, IN_USE, 1, 1)));
            assertEquals(List.of(new AssignAddresses(id(1), V4, 8)), plan.actions());
        }

        @Test
        void what_stands_idle_is_not_asked_for_again() {
            var plan = plan(marks(2, 5), waiting(6, holding(1, IN_USE, 10, 5)));
            assertEquals(List.of(new AssignAddresses(id(1), V4, 3)), plan.actions());
        }

        @Test
        void what_is_on_its_way_is_not_asked_for_again() {
            for (var status : List.of(AVAILABLE, ATTACHING)) {
                var plan = plan(marks(2, 5), waiting(6, holding(1, status, 8, 0)));
                assertEquals(
                        0,
                        plan.actions().stream()
                                .filter(CreateEni.class::isInstance)
                                .count());
                assertEquals(Optional.empty(), plan.shortfall());
            }
        }

        @Test
        void room_on_an_eni_that_is_on_its_way_counts_and_is_filled_when_it_has_come() {
            var plan = plan(marks(0, 0), waiting(20, holding(1, ATTACHING, 10, 0)));
            assertEquals(NOTHING, plan);
            plan = plan(marks(0, 0), waiting(20, holding(1, IN_USE, 10, 0)));
            assertEquals(List.of(new AssignAddresses(id(1), V4, 10)), plan.actions());
        }

        @Test
        void an_eni_on_its_way_out_is_no_help() {
            var plan = plan(marks(0, 0), waiting(2, holding(1, DETACHING, 10, 0), holding(2, DELETING, 10, 0)));
            assertEquals(List.of(new CreateEni(VSWITCH_ID, 2, 0)), plan.actions());
        }

        @Test
        void an_eni_in_a_state_that_nobody_knows_takes_its_place_and_is_let_be() {
            var strange = List.of(holding(1, STRANGE, 10, 0), holding(2, STRANGE, 3, 3));
            var plan = plan(marks(0, 0), waiting(2, strange.get(0), strange.get(1)));
            assertEquals(List.of(new CreateEni(VSWITCH_ID, 2, 0)), plan.actions(), "the last place of three");
            var full = plan(marks(0, 0), waiting(2, strange.get(0), strange.get(1), holding(3, STRANGE, 1, 0)));
            assertEquals(List.of(), full.actions());
            assertTrue(full.shortfall().isPresent());
        }

        @Test
        void a_resting_address_helps_nobody_who_waits() {
            var view = waiting(3, resting(holding(1, IN_USE, 10, 6)));
            assertEquals(
                    List.of(new AssignAddresses(id(1), V4, 3)),
                    plan(marks(0, 5), LIMITS, view).actions());
        }

        @Test
        void a_resting_address_keeps_the_lower_mark_all_the_same() {
            var view = view(resting(holding(1, IN_USE, 10, 6)));
            assertEquals(List.of(), plan(marks(4, 5), LIMITS, view).actions());
        }

        @Test
        void resting_addresses_that_could_serve_nobody_are_not_missed() {
            var view = waiting(1, resting(dual(1, IN_USE, 5, 0, 0)));
            assertEquals(
                    List.of(new AssignAddresses(id(1), V6, 1)),
                    plan(marks(0, 5), DUAL, view).actions());
        }

        @Test
        void more_than_ten_take_several_calls() {
            var plan = plan(marks(15, 15), view(holding(1, IN_USE, 4, 4)));
            assertEquals(
                    List.of(new AssignAddresses(id(1), V4, 10), new AssignAddresses(id(1), V4, 5)), plan.actions());
        }

        @Test
        void attached_enis_are_filled_before_new_ones_are_made() {
            var plan = plan(marks(0, 0), waiting(9, holding(1, IN_USE, 18, 18), holding(2, IN_USE, 16, 16)));
            assertEquals(
                    List.of(
                            new AssignAddresses(id(1), V4, 2),
                            new AssignAddresses(id(2), V4, 4),
                            new CreateEni(VSWITCH_ID, 3, 0)),
                    plan.actions());
        }

        @Test
        void a_new_eni_is_born_with_ten_at_most_and_gets_the_rest_later() {
            assertEquals(
                    List.of(new CreateEni(VSWITCH_ID, 10, 0)),
                    plan(marks(0, 0), waiting(20)).actions());
        }

        @Test
        void as_many_enis_are_made_as_the_burst_fills() {
            assertEquals(
                    List.of(new CreateEni(VSWITCH_ID, 10, 0), new CreateEni(VSWITCH_ID, 10, 0)),
                    plan(marks(0, 0), waiting(35)).actions());
            assertEquals(
                    List.of(new CreateEni(VSWITCH_ID, 10, 0), new CreateEni(VSWITCH_ID, 4, 0)),
                    plan(marks(4, 4), waiting(20)).actions());
        }

        @Test
        void an_eni_that_was_made_and_waits_is_attached() {
            assertEquals(
                    List.of(new AttachEni(id(1))),
                    plan(marks(0, 10), view(holding(1, AVAILABLE, 5, 0))).actions());
            assertEquals(
                    List.of(new AttachEni(id(1))),
                    plan(marks(0, 0), waiting(5, holding(1, AVAILABLE, 5, 0))).actions());
        }

        @Test
        void an_eni_that_is_being_attached_is_left_alone() {
            assertEquals(
                    List.of(),
                    plan(marks(0, 0), view(holding(1, ATTACHING, 5, 0))).actions());
            assertEquals(
                    List.of(),
                    plan(marks(5, 5), view(holding(1, ATTACHING, 5, 0))).actions());
        }

        @Test
        void the_best_vswitch_is_taken() {
            var second = new VSwitch(new VSwitchId("vsw-2"), VSWITCH.zone(), VSWITCH.cidrs(), 9);
            var view =
                    new PoolView(List.of(), new Birthplaces(List.of(second, VSWITCH), List.of()), 1, PoolHealth.GOOD);
            assertEquals(
                    List.of(new CreateEni(second.id(), 1, 0)),
                    plan(marks(0, 0), LIMITS, view).actions());
        }
    }

    @Nested
    class FallingShort {
        @Test
        void a_full_node_says_so_and_how_many_are_missing() {
            var full = new PoolLimits(1, 6, List.of(V4));
            var plan = plan(marks(1, 1), full, waiting(4, holding(1, IN_USE, 4, 4)));
            assertEquals(List.of(new AssignAddresses(id(1), V4, 2)), plan.actions());
            assertEquals(Optional.of(new Shortfall.NodeFull(2, 6)), plan.shortfall());
            assertEquals(
                    "the node holds all 6 addresses that its instance type and configuration allow; addresses wanted: 2",
                    plan.shortfall().orElseThrow().words());
        }

        @Test
        void a_full_node_on_which_nobody_waits_is_as_it_should_be() {
            var full = new PoolLimits(1, 6, List.of(V4));
            assertEquals(NOTHING, plan(marks(2, 4), full, view(holding(1, IN_USE, 6, 6))));
        }

        @Test
        void an_eni_on_its_way_out_still_takes_its_place() {
            var small = new PoolLimits(1, 6, List.of(V4));
            var plan = plan(marks(0, 0), small, waiting(3, holding(1, DETACHING, 6, 0)));
            assertEquals(new PoolPlan(List.of(), List.of(), Optional.of(new Shortfall.NodeFull(3, 6))), plan);
        }

        @Test
        void without_a_vswitch_no_eni_is_born() {
            var view = new PoolView(List.of(holding(1, IN_USE, 18, 18)), NOWHERE, 5, PoolHealth.GOOD);
            var plan = plan(marks(0, 0), LIMITS, view);
            assertEquals(List.of(new AssignAddresses(id(1), V4, 2)), plan.actions());
            assertEquals(Optional.of(new Shortfall.NoVSwitch(3, NOWHERE.unfit())), plan.shortfall());
            assertEquals(
                    "vsw-1 in zone-a has no free address; vsw-2 is in another zone, zone-b; addresses wanted: 3",
                    plan.shortfall().orElseThrow().words());
        }

        @Test
        void a_node_that_may_have_no_eni_at_all_is_full() {
            var none = new PoolLimits(0, 6, List.of(V4));
            assertEquals(
                    Optional.of(new Shortfall.NodeFull(1, 0)),
                    plan(marks(0, 0), none, waiting(1)).shortfall());
        }
    }

    @Nested
    class OfTwoFamilies {
        @Test
        void a_new_eni_is_born_with_as_many_of_each() {
            var plan = plan(marks(3, 3), DUAL, view());
            assertEquals(List.of(new CreateEni(VSWITCH_ID, 3, 3)), plan.actions());
        }

        @Test
        void growing_brings_both_to_the_same_number() {
            var plan = plan(marks(4, 4), DUAL, view(dual(1, IN_USE, 6, 4, 3)));
            assertEquals(List.of(new AssignAddresses(id(1), V4, 1), new AssignAddresses(id(1), V6, 3)), plan.actions());
        }

        @Test
        void a_family_that_lags_behind_is_brought_level_though_nobody_waits() {
            assertEquals(
                    List.of(new AssignAddresses(id(1), V6, 10), new AssignAddresses(id(1), V6, 2)),
                    plan(marks(0, 20), DUAL, view(dual(1, IN_USE, 13, 1, 0))).actions());
            assertEquals(
                    List.of(new AssignAddresses(id(1), V4, 2)),
                    plan(marks(0, 20), DUAL, view(dual(1, IN_USE, 3, 5, 0))).actions());
            assertEquals(
                    List.of(),
                    plan(marks(0, 20), DUAL, view(dual(1, IN_USE, 5, 5, 2))).actions());
        }

        @Test
        void at_the_upper_mark_what_the_other_family_lacks_is_taken_away() {
            assertEquals(
                    List.of(new UnassignAddresses(id(2), List.of(v4(2, 3)))),
                    twice(marks(0, 3), DUAL, view(dual(1, IN_USE, 5, 5, 2), dual(2, IN_USE, 3, 2, 2))));
        }

        @Test
        void an_eni_that_somebody_filled_beyond_its_limit_is_not_brought_level_with_that() {
            assertEquals(
                    List.of(new AssignAddresses(id(1), V6, 1)),
                    plan(marks(0, 20), DUAL, view(dual(1, IN_USE, 22, 19, 0))).actions());
        }

        @Test
        void as_many_of_each_are_given_back() {
            assertEquals(
                    List.of(
                            new UnassignAddresses(id(1), List.of(v4(1, 5), v4(1, 4))),
                            new UnassignAddresses(id(1), List.of(v6(1, 5), v6(1, 4)))),
                    twice(marks(0, 2), DUAL, view(dual(1, IN_USE, 5, 5, 1))));
        }

        @Test
        void a_free_primary_address_keeps_its_ipv6_companion() {
            var podOnTheSecond = Enis.free(Enis.eni(1, IN_USE, 3, 3), List.of(v4(1, 1), v4(1, 3), v6(1, 1), v6(1, 3)));
            assertEquals(
                    List.of(
                            new UnassignAddresses(id(1), List.of(v4(1, 3))),
                            new UnassignAddresses(id(1), List.of(v6(1, 3)))),
                    twice(marks(0, 0), DUAL, view(podOnTheSecond)));
        }
    }

    @Nested
    class GivingUp {
        @Test
        void between_the_marks_nothing_is_done() {
            for (int idle = 2; idle <= 5; idle++) {
                var plan = plan(marks(2, 5), view(holding(1, IN_USE, 3 + idle, 3)));
                assertEquals(NOTHING, plan);
            }
        }

        @Test
        void above_the_upper_mark_the_highest_addresses_go() {
            assertEquals(
                    List.of(new UnassignAddresses(id(1), v4s(1, 9, 8, 7))),
                    twice(marks(0, 2), view(holding(1, IN_USE, 9, 4))));
        }

        @Test
        void nothing_goes_while_anybody_waits() {
            var view = waiting(1, holding(1, IN_USE, 20, 4));
            assertEquals(List.of(), twice(marks(0, 2), LIMITS, view));
        }

        @Test
        void whole_enis_go_before_single_addresses() {
            var idle = holding(1, IN_USE, 5, 0);
            var busy = holding(2, IN_USE, 8, 3);
            assertEquals(List.of(new DetachEni(id(1))), twice(marks(0, 5), view(idle, busy)));
            assertEquals(
                    List.of(new DetachEni(id(1)), new UnassignAddresses(id(2), v4s(2, 8))),
                    twice(marks(0, 4), view(idle, busy)));
        }

        @Test
        void of_enis_that_serve_nobody_the_last_goes_first() {
            assertEquals(
                    List.of(new DetachEni(id(2))),
                    twice(marks(0, 5), view(holding(1, IN_USE, 5, 0), holding(2, IN_USE, 5, 0))));
        }

        @Test
        void an_eni_goes_only_if_enough_remains() {
            assertEquals(
                    List.of(new UnassignAddresses(id(1), v4s(1, 5, 4))),
                    twice(marks(3, 3), view(holding(1, IN_USE, 5, 0))));
        }

        @Test
        void an_eni_that_is_not_attached_is_deleted_before_one_is_detached() {
            assertEquals(
                    List.of(new DeleteEni(id(1))),
                    twice(marks(0, 5), view(holding(1, AVAILABLE, 5, 0), holding(2, IN_USE, 5, 0))));
        }

        @Test
        void an_eni_that_is_not_attached_and_does_not_go_is_attached_all_the_same() {
            assertEquals(
                    List.of(new AttachEni(id(1)), new UnassignAddresses(id(2), v4s(2, 5, 4))),
                    twice(marks(0, 8), view(holding(1, AVAILABLE, 6, 0), holding(2, IN_USE, 5, 1))));
        }

        @Test
        void the_primary_address_is_never_unassigned() {
            var podOnTheSecond = Enis.free(Enis.eni(1, IN_USE, 3, 0), v4s(1, 1, 3));
            assertEquals(List.of(new UnassignAddresses(id(1), v4s(1, 3))), twice(marks(0, 0), view(podOnTheSecond)));
        }

        @Test
        void what_a_free_primary_address_cannot_give_another_eni_gives() {
            var onlyPrimaryFree = Enis.free(Enis.eni(2, IN_USE, 2, 0), v4s(2, 1));
            assertEquals(
                    List.of(new UnassignAddresses(id(1), v4s(1, 4))),
                    twice(marks(0, 1), view(holding(1, IN_USE, 4, 3), onlyPrimaryFree)));
        }

        @Test
        void one_eni_gives_what_one_call_can_take() {
            assertEquals(
                    List.of(new UnassignAddresses(id(1), v4s(1, 4, 3, 2))),
                    twice(marks(0, 2), view(holding(1, IN_USE, 4, 1), holding(2, IN_USE, 4, 2))));
        }

        @Test
        void what_is_on_its_way_out_already_is_not_given_once_more() {
            assertEquals(
                    List.of(new UnassignAddresses(id(1), v4s(1, 9, 8, 7))),
                    twice(marks(0, 5), view(holding(1, IN_USE, 9, 1), holding(2, DETACHING, 3, 0))));
        }

        @Test
        void ten_at_most_go_by_one_call() {
            assertEquals(
                    List.of(
                            new UnassignAddresses(id(1), v4s(1, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10)),
                            new UnassignAddresses(id(1), v4s(1, 9, 8, 7, 6, 5, 4, 3, 2))),
                    twice(marks(0, 0), view(holding(1, IN_USE, 19, 1))));
        }

        @Test
        void an_eni_that_is_being_attached_goes_later() {
            var view = view(holding(1, IN_USE, 8, 3), holding(2, ATTACHING, 5, 0));
            assertEquals(v4s(2, 1, 2, 3, 4, 5), plan(marks(0, 5), view).marks());
            assertEquals(List.of(), twice(marks(0, 5), view));
        }
    }

    private static PoolPlan plan(WarmTarget target, PoolView view) {
        return plan(target, LIMITS, view);
    }

    private static PoolPlan plan(WarmTarget target, PoolLimits limits, PoolView view) {
        return PoolPlanner.plan(target, limits, view, NOON);
    }

    private static List<PoolAction> twice(WarmTarget target, PoolView view) {
        return twice(target, LIMITS, view);
    }

    /** What the pass after the one that marks plans, where nobody has come in between. */
    private static List<PoolAction> twice(WarmTarget target, PoolLimits limits, PoolView view) {
        var first = plan(target, limits, view);
        for (var action : first.actions()) {
            assertInstanceOf(AttachEni.class, action, "nothing goes that was not marked");
        }
        return plan(target, limits, Enis.marked(view, first.marks())).actions();
    }

    private static Watermarks marks(int min, int max) {
        return new Watermarks(min, max);
    }

    private static PoolView view(Holding... holdings) {
        return waiting(0, holdings);
    }

    private static PoolView waiting(int starving, Holding... holdings) {
        return new PoolView(List.of(holdings), ONE_VSWITCH, starving, PoolHealth.GOOD);
    }
}
