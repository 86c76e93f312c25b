package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.DETACHING;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.holding;
import static io.github.terway4j.domain.pool.Enis.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.quota.Flavor;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For how many pods there can be an ENI each, of five that the instance may have beside its own. */
class ReachTest {
    private static final PoolLimits FIVE = PoolLimits.ofWholeEnis(5, List.of(V4));
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Fault QUOTA = new Fault.Capacity("the quota is used up");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void what_is_here_and_what_can_be_made_count_together() {
        assertEquals(new Reach(2, 3), reach(view(PoolHealth.GOOD, 100, holding(1, IN_USE, 1, 1), free(2))));
        assertEquals(new Reach(0, 5), reach(view(PoolHealth.GOOD, 100)));
    }

    @Test
    void one_on_its_way_out_serves_nobody_and_still_has_its_place() {
        assertEquals(new Reach(0, 4), reach(view(PoolHealth.GOOD, 100, holding(1, DETACHING, 1, 0))));
    }

    @Test
    void places_that_others_have_are_not_counted() {
        assertEquals(
                new Reach(1, 1),
                Reach.of(EniWish.ANY, FIVE.atMost(2), view(PoolHealth.GOOD, 100, free(1)), Degradation.NONE, NOON));
    }

    @Test
    void no_more_are_made_than_the_vswitch_has_addresses_for() {
        assertEquals(new Reach(1, 2), reach(view(PoolHealth.GOOD, 2, free(1))));
        assertEquals(new Reach(1, 0), reach(view(PoolHealth.GOOD.exhausted(VSWITCH_ID, NOON), 100, free(1))));
    }

    @Test
    void while_the_cloud_refuses_only_what_is_here_counts_and_later_all_of_it_again() {
        var refused = PoolHealth.GOOD.refused(CloudOperation.CREATE_ENI, QUOTA, NOON);
        var view = view(refused, 100, free(1));
        assertEquals(new Reach(1, 0), reach(view));
        assertEquals(new Reach(1, 4), Reach.of(EniWish.ANY, FIVE, view, Degradation.NONE, NOON.plus(A_MINUTE)));
    }

    @Test
    void one_that_was_made_and_cannot_be_attached_serves_nobody() {
        var made = holding(1, AVAILABLE, 1, 0);
        assertEquals(new Reach(1, 4), reach(view(PoolHealth.GOOD, 100, made)));
        assertEquals(
                new Reach(0, 0),
                reach(view(PoolHealth.GOOD.refused(CloudOperation.ATTACH_ENI, QUOTA, NOON), 100, made)));
        assertEquals(new Reach(0, 4), reach(view(PoolHealth.GOOD.refused(id(1), QUOTA, NOON), 100, made)));
    }

    @Test
    void while_the_operator_has_the_cloud_spared_nothing_comes() {
        assertEquals(
                new Reach(1, 0),
                Reach.of(EniWish.ANY, FIVE, view(PoolHealth.GOOD, 100, free(1)), Degradation.L0, NOON));
        assertEquals(
                new Reach(1, 4),
                Reach.of(EniWish.ANY, FIVE, view(PoolHealth.GOOD, 100, free(1)), Degradation.L1, NOON));
    }

    @Test
    void shared_enis_that_carry_rdma_count_by_their_addresses() {
        var limits = PoolLimits.of(new Flavor(2, false, 1), 10, List.of(V4));
        assertEquals(
                new Reach(0, 10), Reach.of(EniWish.RDMA, limits, view(PoolHealth.GOOD, 100), Degradation.NONE, NOON));
        assertEquals(new Reach(0, 6), Reach.of(EniWish.RDMA, limits, view(PoolHealth.GOOD, 6), Degradation.NONE, NOON));
        assertEquals(
                new Reach(3, 17),
                Reach.of(
                        EniWish.ANY,
                        limits,
                        view(PoolHealth.GOOD, 100, holding(1, IN_USE, 3, 2)),
                        Degradation.NONE,
                        NOON));
        assertEquals(
                new Reach(3, 5),
                Reach.of(
                        EniWish.ANY,
                        limits,
                        view(PoolHealth.GOOD, 5, holding(1, IN_USE, 3, 2)),
                        Degradation.NONE,
                        NOON));
    }

    @Test
    void members_count_once_there_is_a_trunk_in_use_to_ride_on() {
        var cloud = new TinyCloud(
                PoolLimits.of(new Flavor(3, true, 0), 5, List.of(V4)).with(MemberQuota.of(2, new Watermarks(0, 0))),
                true,
                List.of());
        assertEquals(new Reach(0, 0), members(cloud));
        for (int pass = 0; pass < 5; pass++) {
            cloud.perform(cloud.planMembers(new Watermarks(0, 0), 0));
            cloud.timePasses();
        }
        assertEquals(new Reach(0, 2), members(cloud));
    }

    private static Reach members(TinyCloud cloud) {
        var limits =
                PoolLimits.of(new Flavor(3, true, 0), 5, List.of(V4)).with(MemberQuota.of(2, new Watermarks(0, 0)));
        return Reach.of(EniWish.MEMBER, limits, cloud.view(0), Degradation.NONE, TinyCloud.NOW);
    }

    private static Reach reach(PoolView view) {
        return Reach.of(EniWish.ANY, FIVE, view, Degradation.NONE, NOON);
    }

    private static Holding free(int number) {
        return holding(number, IN_USE, 1, 0);
    }

    private static PoolView view(PoolHealth health, int free, Holding... holdings) {
        var place = new VSwitch(VSWITCH_ID, VSWITCH.zone(), VSWITCH.cidrs(), free);
        return new PoolView(List.of(holdings), new Birthplaces(List.of(place), List.of()), 0, health);
    }
}
