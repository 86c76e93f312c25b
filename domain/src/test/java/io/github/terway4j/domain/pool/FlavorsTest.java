package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Flavor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A trunk, and ENIs for RDMA, among a node's ENIs of five addresses. */
class FlavorsTest {
    private static final WarmTarget NOTHING = new Watermarks(0, 0);

    private static PoolLimits limits(int standard, boolean trunk, int rdma) {
        return PoolLimits.of(new Flavor(standard, trunk, rdma), 5, List.of(IpFamily.V4));
    }

    private static TinyCloud cloud(PoolLimits limits) {
        return new TinyCloud(limits, true, List.of());
    }

    private static void settle(TinyCloud cloud, WarmTarget target, int pods, int rdma) {
        var waiting = pods;
        for (int pass = 0; pass < 100; pass++) {
            waiting = cloud.serve(waiting);
            var plan = rdma > 0 ? cloud.planRdma(target, rdma) : cloud.plan(target, waiting);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                return;
            }
        }
        throw new AssertionError("no rest: " + cloud.holdings());
    }

    private static long trunks(TinyCloud cloud) {
        return cloud.holdings().stream()
                .filter(holding -> holding.eni().kind() == EniKind.TRUNK)
                .count();
    }

    private static long rdma(TinyCloud cloud) {
        return cloud.holdings().stream()
                .filter(holding -> holding.serves(EniWish.RDMA))
                .count();
    }

    @Test
    void a_trunk_is_made_though_nobody_wants_an_address_and_never_goes() {
        var cloud = cloud(limits(3, true, 0));
        settle(cloud, NOTHING, 0, 0);
        assertEquals(1, cloud.holdings().size());
        assertEquals(1, trunks(cloud));
    }

    @Test
    void the_first_eni_that_pods_need_is_the_trunk() {
        var cloud = cloud(limits(3, true, 0));
        settle(cloud, NOTHING, 12, 0);
        assertEquals(3, cloud.holdings().size());
        assertEquals(1, trunks(cloud));
        cloud.end(12);
        settle(cloud, NOTHING, 0, 0);
        assertEquals(1, cloud.holdings().size(), "the others go");
        assertEquals(1, trunks(cloud));
    }

    @Test
    void where_every_place_is_taken_an_eni_that_nobody_is_on_makes_way_for_the_trunk() {
        var before = cloud(limits(2, false, 0));
        settle(before, new Watermarks(10, 10), 0, 0);
        assertEquals(0, trunks(before));
        var after = new TinyCloud(limits(2, true, 0), true, before.holdings());
        settle(after, new Watermarks(5, 10), 0, 0);
        assertEquals(1, trunks(after));
    }

    @Test
    void where_pods_are_on_every_eni_none_goes_for_the_trunk() {
        var before = cloud(limits(2, false, 0));
        settle(before, NOTHING, 6, 0);
        var after = new TinyCloud(limits(2, true, 0), true, before.holdings());
        var plan = after.plan(NOTHING, 0);
        assertEquals(List.of(), plan.actions());
        assertEquals(List.of(), plan.marks());
    }

    @Test
    void enis_for_rdma_are_made_for_pods_that_want_it_and_stay() {
        var cloud = cloud(limits(2, false, 1));
        settle(cloud, NOTHING, 0, 3);
        assertEquals(1, rdma(cloud));
        assertEquals(1, cloud.holdings().size());
        assertEquals(3, cloud.holdings().getFirst().unheld().size());
        settle(cloud, NOTHING, 0, 0);
        assertEquals(1, rdma(cloud));
    }

    @Test
    void their_addresses_count_for_nobody_else() {
        var cloud = cloud(limits(2, false, 1));
        settle(cloud, NOTHING, 0, 3);
        var plan = cloud.plan(NOTHING, 1);
        var create = assertInstanceOf(PoolAction.CreateEni.class, plan.actions().getFirst());
        assertEquals(TrafficMode.STANDARD, create.use().traffic());
    }

    @Test
    void no_more_of_them_are_made_than_the_instance_has_and_others_take_no_place_of_theirs() {
        var cloud = cloud(limits(2, false, 1));
        settle(cloud, NOTHING, 10, 0);
        assertEquals(
                Optional.of(new Shortfall.NodeFull(1, 10)),
                cloud.plan(NOTHING, 1).shortfall());
        settle(cloud, NOTHING, 0, 9);
        assertEquals(1, rdma(cloud));
        assertEquals(3, cloud.holdings().size());
        assertEquals(
                Optional.of(new Shortfall.RdmaFull(4, 1)),
                cloud.planRdma(NOTHING, 9).shortfall());
    }

    @Test
    void who_wants_rdma_where_there_is_none_is_told_so() {
        var words = cloud(limits(2, false, 0))
                .planRdma(NOTHING, 2)
                .shortfall()
                .orElseThrow()
                .words();
        assertTrue(words.contains("allow no ENI that carries it"), words);
    }

    @Test
    void when_rdma_is_wanted_no_more_its_idle_enis_go() {
        var before = cloud(limits(2, false, 1));
        settle(before, NOTHING, 0, 3);
        var after = new TinyCloud(limits(3, false, 0), true, before.holdings());
        settle(after, NOTHING, 0, 0);
        assertEquals(List.of(), after.holdings());
    }
}
