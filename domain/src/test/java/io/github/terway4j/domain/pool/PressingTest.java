package io.github.terway4j.domain.pool;

import static io.github.terway4j.domain.eni.EniStatus.AVAILABLE;
import static io.github.terway4j.domain.eni.EniStatus.IN_USE;
import static io.github.terway4j.domain.net.IpFamily.V4;
import static io.github.terway4j.domain.net.IpFamily.V6;
import static io.github.terway4j.domain.pool.Enis.VSWITCH;
import static io.github.terway4j.domain.pool.Enis.VSWITCH_ID;
import static io.github.terway4j.domain.pool.Enis.holding;
import static io.github.terway4j.domain.pool.Enis.id;
import static io.github.terway4j.domain.quota.Urgency.GIVE_BACK;
import static io.github.terway4j.domain.quota.Urgency.WAITING_POD;
import static io.github.terway4j.domain.quota.Urgency.WARM_UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pool.PoolAction.AssignAddresses;
import io.github.terway4j.domain.pool.PoolAction.AssignPrefixes;
import io.github.terway4j.domain.pool.PoolAction.AttachEni;
import io.github.terway4j.domain.pool.PoolAction.CreateEni;
import io.github.terway4j.domain.pool.PoolAction.DetachEni;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of one plan, some calls are for pods that wait, and some for nobody yet. */
class PressingTest {
    @Test
    void only_the_calls_that_bring_the_first_addresses_are_for_the_pods_that_wait() {
        assertEquals(
                List.of(WAITING_POD, WAITING_POD, WARM_UP),
                new Pressing(12, 12)
                        .of(List.of(
                                new AssignAddresses(id(1), V4, 10),
                                new AssignAddresses(id(2), V4, 10),
                                new CreateEni(VSWITCH_ID, 10, 0))));
    }

    @Test
    void a_pod_of_two_families_waits_for_both() {
        assertEquals(
                List.of(WAITING_POD, WARM_UP, WAITING_POD),
                new Pressing(3, 3)
                        .of(List.of(
                                new AssignAddresses(id(1), V4, 10),
                                new AssignAddresses(id(1), V4, 10),
                                new AssignAddresses(id(1), V6, 10))));
    }

    @Test
    void a_block_is_worth_as_many_pods_as_it_has_addresses() {
        assertEquals(
                List.of(WAITING_POD, WARM_UP, WAITING_POD, WARM_UP),
                new Pressing(16, 16)
                        .of(List.of(
                                new AssignPrefixes(id(1), V4, 1),
                                new AssignPrefixes(id(2), V4, 1),
                                new CreateEni(VSWITCH_ID, 1, 0, 1, 1),
                                new AssignPrefixes(id(2), V6, 1))));
    }

    @Test
    void what_waits_to_be_attached_is_wanted_by_whoever_waits() {
        assertEquals(List.of(WAITING_POD), new Pressing(1, 0).of(List.of(new AttachEni(id(1)))));
        assertEquals(List.of(WARM_UP), Pressing.NOBODY.of(List.of(new AttachEni(id(1)))));
    }

    @Test
    void a_plan_says_for_each_call_why_it_is_made() {
        var view = new PoolView(
                List.of(holding(1, IN_USE, 18, 18), holding(2, AVAILABLE, 1, 1)),
                new Birthplaces(List.of(VSWITCH), List.of()),
                2,
                PoolHealth.GOOD);
        var plan = PoolPlanner.plan(
                new Watermarks(30, 30),
                new PoolLimits(3, 20, List.of(V4)),
                view,
                Instant.parse("2025-03-01T12:00:00Z"));
        assertEquals(
                List.of(new AttachEni(id(2)), new AssignAddresses(id(1), V4, 2)),
                plan.actions().subList(0, 2));
        assertEquals(WAITING_POD, plan.urgencies().getFirst());
        assertEquals(plan.actions().size(), plan.urgencies().size());
    }

    @Test
    void what_goes_is_never_pressing() {
        var plan = new PoolPlan(List.of(), List.of(), Optional.empty()).and(List.of(new DetachEni(id(1))));
        assertEquals(List.of(GIVE_BACK), plan.urgencies());
    }
}
