package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.ATTACHING;
import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.holding;
import static io.github.terway4j.domain.pool.Enis.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pool.PoolAction.AssignAddresses;
import io.github.terway4j.domain.pool.PoolAction.AttachEni;
import io.github.terway4j.domain.pool.PoolAction.CreateEni;
import io.github.terway4j.domain.pool.PoolAction.DeleteEni;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the cloud refused, and what it takes at once, beside what would be wanted. At most fifteen ENIs of twenty. */
class RefusalsTest {
    private static final PoolLimits LIMITS = new PoolLimits(15, 20, List.of(V4));
    private static final Watermarks NONE = new Watermarks(0, 0);
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Instant RESTED = NOON.plusSeconds(600);
    private static final Fault QUOTA = new Fault.Capacity("the quota is used up");
    private static final PoolHealth DRY = PoolHealth.GOOD.exhausted(VSWITCH_ID, NOON);
    private static final VSwitch OTHER = vSwitch("vsw-2", 1000);

    @Test
    void of_enis_on_their_way_in_there_are_five_at_most() {
        assertEquals(5, plan(PoolHealth.GOOD, 200, NOON).actions().size());
        assertEquals(
                3,
                plan(PoolHealth.GOOD, 200, NOON, holding(1, ATTACHING, 10, 0), holding(2, ATTACHING, 10, 0))
                        .actions()
                        .size());
        var made = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> holding(number, AVAILABLE, 10, 0))
                .toArray(Holding[]::new);
        assertEquals(
                IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> new AttachEni(id(number)))
                        .toList(),
                plan(PoolHealth.GOOD, 200, NOON, made).actions());
    }

    @Test
    void of_a_vswitch_with_a_few_addresses_left_no_more_are_asked_for() {
        var view = new PoolView(
                List.of(holding(1, IN_USE, 10, 10)), places(vSwitch(VSWITCH_ID.text(), 4)), 6, PoolHealth.GOOD);
        var actions = PoolPlanner.plan(NONE, LIMITS, view, NOON).actions();
        assertEquals(new PoolAction.AssignAddresses(id(1), V4, 4), actions.getFirst());
    }

    @Test
    void that_later_passes_bring_the_rest_is_no_shortfall() {
        assertEquals(Optional.empty(), plan(PoolHealth.GOOD, 200, NOON).shortfall());
    }

    @Test
    void how_many_may_be_under_way_is_a_matter_of_configuration() {
        var limits = new PoolLimits(
                15, 20, List.of(V4), Portion.ADDRESS, new Pace(4, 2), EniWish.ANY, 0, false, MemberQuota.NONE);
        var view = new PoolView(List.of(), places(VSWITCH), 100, PoolHealth.GOOD);
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 4, 0), new CreateEni(VSWITCH_ID, 4, 0)),
                PoolPlanner.plan(NONE, limits, view, NOON).actions());
    }

    @Test
    void an_eni_in_a_vswitch_that_ran_dry_is_not_filled_and_another_is_made_elsewhere() {
        var view = new PoolView(List.of(holding(1, IN_USE, 5, 5)), places(OTHER), 3, DRY);
        assertEquals(
                List.of(new CreateEni(OTHER.id(), 3, 0)),
                PoolPlanner.plan(NONE, LIMITS, view, NOON).actions());
    }

    @Test
    void a_vswitch_that_has_rested_is_asked_once() {
        var filled = plan(DRY, 30, RESTED, holding(1, IN_USE, 5, 5), holding(2, IN_USE, 5, 5));
        assertEquals(List.of(new AssignAddresses(id(1), V4, 10)), filled.actions());
        assertEquals(Optional.empty(), filled.shortfall());
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 10, 0)), plan(DRY, 60, RESTED).actions());
    }

    @Test
    void addresses_still_go_back_to_a_vswitch_that_ran_dry() {
        var view = view(DRY, 0, holding(1, IN_USE, 9, 4));
        var marked =
                Enis.marked(view, PoolPlanner.plan(NONE, LIMITS, view, NOON).marks());
        assertEquals(1, PoolPlanner.plan(NONE, LIMITS, marked, NOON).actions().size());
    }

    @Test
    void a_refusal_to_make_enis_is_a_shortfall_with_its_reason_until_it_has_rested() {
        var health = PoolHealth.GOOD.refused(CloudOperation.CREATE_ENI, QUOTA, NOON);
        var until = NOON.plusSeconds(60);
        var plan = plan(health, 3, NOON.plusSeconds(59));
        assertEquals(
                new PoolPlan(
                        List.of(),
                        List.of(),
                        Optional.of(new Shortfall.Refused(3, CloudOperation.CREATE_ENI, QUOTA, until))),
                plan);
        assertEquals(
                "making ENIs was refused (the quota is used up) and is tried again at 2025-03-01T12:01:00Z; "
                        + "addresses wanted: 3",
                plan.shortfall().orElseThrow().words());
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 10, 0)),
                plan(health, 60, until).actions());
    }

    @Test
    void while_assigning_is_refused_new_enis_bring_what_is_wanted() {
        var health = PoolHealth.GOOD.refused(CloudOperation.ASSIGN, QUOTA, NOON);
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 3, 0)),
                plan(health, 3, NOON, holding(1, IN_USE, 5, 5)).actions());
    }

    @Test
    void an_eni_that_cannot_be_attached_waits_and_no_other_is_made_beside_it() {
        var health = PoolHealth.GOOD.refused(CloudOperation.ATTACH_ENI, QUOTA, NOON);
        var plan = plan(health, 30, NOON, holding(1, AVAILABLE, 10, 0));
        assertEquals(List.of(), plan.actions());
        assertEquals(10, plan.shortfall().orElseThrow().missing());
    }

    @Test
    void one_that_cannot_be_attached_after_a_rest_either_is_deleted_when_nobody_waits() {
        var health = PoolHealth.GOOD
                .refused(CloudOperation.ATTACH_ENI, QUOTA, NOON)
                .refused(CloudOperation.ATTACH_ENI, QUOTA, NOON.plusSeconds(60));
        var now = NOON.plusSeconds(61);
        var view = view(health, 0, holding(1, AVAILABLE, 10, 0));
        var first = PoolPlanner.plan(new Watermarks(10, 10), LIMITS, view, now);
        assertEquals(List.of(), first.actions());
        assertEquals(
                List.of(new DeleteEni(id(1))),
                PoolPlanner.plan(new Watermarks(10, 10), LIMITS, Enis.marked(view, first.marks()), now)
                        .actions());
        assertEquals(
                List.of(), plan(health, 1, now, holding(1, AVAILABLE, 10, 0)).marks());
    }

    @Test
    void a_node_whose_last_eni_lies_in_a_dry_vswitch_is_not_called_full() {
        var one = new PoolLimits(1, 20, List.of(V4));
        var plan = PoolPlanner.plan(NONE, one, view(DRY, 3, holding(1, IN_USE, 5, 5)), NOON);
        assertEquals(Optional.of(new Shortfall.Unfilled(3, List.of(VSWITCH_ID), List.of())), plan.shortfall());
        assertEquals(
                "the node has all the ENIs that it may have; vsw-1 has no free address for those that lie there; "
                        + "addresses wanted: 3",
                plan.shortfall().orElseThrow().words());
    }

    @Test
    void while_assigning_is_refused_a_node_with_all_its_enis_says_so() {
        var one = new PoolLimits(1, 20, List.of(V4));
        var health = PoolHealth.GOOD.refused(CloudOperation.ASSIGN, QUOTA, NOON);
        assertEquals(
                Optional.of(new Shortfall.Refused(3, CloudOperation.ASSIGN, QUOTA, NOON.plusSeconds(60))),
                PoolPlanner.plan(NONE, one, view(health, 3, holding(1, IN_USE, 5, 5)), NOON)
                        .shortfall());
    }

    @Test
    void an_eni_with_which_something_failed_is_left_alone_and_the_next_one_is_filled() {
        var health = PoolHealth.GOOD.failed(id(1), QUOTA, _ -> Duration.ofSeconds(5), NOON);
        var both = new Holding[] {holding(1, IN_USE, 5, 5), holding(2, IN_USE, 5, 5)};
        assertEquals(
                List.of(new AssignAddresses(id(2), V4, 3)),
                plan(health, 3, NOON, both).actions());
        assertEquals(
                List.of(new AssignAddresses(id(1), V4, 3)),
                plan(health, 3, NOON.plusSeconds(5), both).actions());
        assertEquals(List.of(), plan(health, 0, NOON, holding(1, IN_USE, 9, 4)).marks(), "nor emptied");
    }

    @Test
    void an_eni_that_should_long_have_come_is_counted_on_no_more() {
        var lost = holding(1, ATTACHING, 10, 0).withLost(true);
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 3, 0)),
                plan(PoolHealth.GOOD, 3, NOON, lost).actions());
    }

    @Test
    void while_nothing_is_taken_back_nothing_is_marked() {
        var health = PoolHealth.GOOD.refused(CloudOperation.UNASSIGN, QUOTA, NOON);
        assertEquals(List.of(), plan(health, 0, NOON, holding(1, IN_USE, 9, 4)).marks());
        assertEquals(
                5, plan(health, 0, RESTED, holding(1, IN_USE, 9, 4)).marks().size());
    }

    @Test
    void a_new_eni_goes_where_there_are_enough_addresses_for_it() {
        var nearlyDry = vSwitch("vsw-0", 4);
        var view = new PoolView(List.of(), places(nearlyDry, OTHER), 10, PoolHealth.GOOD);
        assertEquals(
                List.of(new CreateEni(OTHER.id(), 10, 0)),
                PoolPlanner.plan(NONE, LIMITS, view, NOON).actions());
    }

    @Test
    void where_none_has_enough_the_one_with_most_gives_what_it_has() {
        var view = new PoolView(List.of(), places(vSwitch("vsw-0", 4), vSwitch("vsw-1", 6)), 12, PoolHealth.GOOD);
        assertEquals(
                List.of(new CreateEni(VSWITCH_ID, 6, 0), new CreateEni(new VSwitchId("vsw-0"), 4, 0)),
                PoolPlanner.plan(NONE, LIMITS, view, NOON).actions());
    }

    private static PoolPlan plan(PoolHealth health, int starving, Instant now, Holding... holdings) {
        return PoolPlanner.plan(NONE, LIMITS, view(health, starving, holdings), now);
    }

    private static PoolView view(PoolHealth health, int starving, Holding... holdings) {
        return new PoolView(List.of(holdings), places(VSWITCH), starving, health);
    }

    private static Birthplaces places(VSwitch... vSwitches) {
        return new Birthplaces(Stream.of(vSwitches).toList(), List.of());
    }

    private static VSwitch vSwitch(String id, int free) {
        return new VSwitch(new VSwitchId(id), VSWITCH.zone(), VSWITCH.cidrs(), free);
    }
}
