package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Flavor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node with three ENIs of its own, one of them a trunk, and two places behind that. */
class MembersTest {
    private static final Watermarks NOTHING = new Watermarks(0, 0);
    private static final PoolLimits LIMITS =
            PoolLimits.of(new Flavor(3, true, 0), 5, List.of(IpFamily.V4, IpFamily.V6));

    @Test
    void a_member_is_made_behind_the_trunk_when_a_pod_asks_for_one() {
        var cloud = cloud(MemberQuota.of(2, NOTHING));
        settle(cloud, 1);
        assertEquals(1, members(cloud));
        var member = cloud.holdings().stream()
                .filter(holding -> holding.serves(EniWish.MEMBER))
                .findFirst()
                .orElseThrow();
        assertEquals(1, member.eni().count(IpFamily.V4));
        assertEquals(1, member.eni().count(IpFamily.V6));
        assertEquals(2, cloud.holdings().size());
    }

    @Test
    void no_member_is_made_before_there_is_a_trunk_to_ride_on() {
        var plan = cloud(MemberQuota.of(2, NOTHING)).planMembers(NOTHING, 1);
        assertEquals(1, plan.actions().size(), plan::toString);
        assertInstanceOf(PoolAction.CreateEni.class, plan.actions().getFirst());
        assertEquals(Optional.of(new Shortfall.NoTrunk(1)), plan.shortfall());
    }

    @Test
    void no_more_members_are_made_than_can_ride_there() {
        var cloud = cloud(MemberQuota.of(2, NOTHING));
        settle(cloud, 5);
        assertEquals(2, members(cloud));
        assertEquals(
                Optional.of(new Shortfall.MembersFull(3, 2)),
                cloud.planMembers(NOTHING, 5).shortfall());
    }

    @Test
    void members_take_no_place_of_other_enis_and_others_none_of_theirs() {
        var cloud = cloud(MemberQuota.of(2, NOTHING));
        settle(cloud, 2);
        for (int pass = 0; pass < 20; pass++) {
            cloud.perform(PoolPlanner.plan(
                    NOTHING,
                    LIMITS.with(MemberQuota.of(2, NOTHING)),
                    new PoolView(
                            cloud.holdings(), cloud.view(0).birthplaces(), new Starving(15, 0, 2), PoolHealth.GOOD),
                    TinyCloud.NOW));
            cloud.timePasses();
        }
        assertEquals(3, cloud.holdings().size() - members(cloud));
        assertEquals(2, members(cloud));
    }

    @Test
    void idle_members_stand_ready_between_marks_of_their_own() {
        var cloud = cloud(MemberQuota.of(2, new Watermarks(1, 1)));
        settle(cloud, 0);
        assertEquals(1, members(cloud));
    }

    @Test
    void a_member_that_nobody_has_is_detached_and_then_deleted_and_its_trunk_stays() {
        var cloud = cloud(MemberQuota.of(2, NOTHING));
        settle(cloud, 2);
        settle(cloud, 0);
        assertEquals(0, members(cloud));
        assertEquals(1, cloud.holdings().size());
        assertTrue(cloud.holdings().getFirst().isTrunk());
    }

    @Test
    void who_wants_a_member_where_there_is_no_trunk_is_told_so() {
        var plain = new TinyCloud(PoolLimits.of(new Flavor(3, false, 0), 5, List.of(IpFamily.V4)), true, List.of());
        var words = plain.planMembers(NOTHING, 1).shortfall().orElseThrow().words();
        assertTrue(words.contains("allow no trunk"), words);
    }

    private static TinyCloud cloud(MemberQuota quota) {
        return new TinyCloud(LIMITS.with(quota), true, List.of());
    }

    private static long members(TinyCloud cloud) {
        return cloud.holdings().stream()
                .filter(holding -> holding.serves(EniWish.MEMBER))
                .count();
    }

    /** So many wait, who take nothing, until no more happens. */
    private static void settle(TinyCloud cloud, int waiting) {
        for (int pass = 0; pass < 50; pass++) {
            var plan = cloud.planMembers(NOTHING, waiting);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                return;
            }
        }
        throw new AssertionError("no rest: " + cloud.holdings());
    }
}
