package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Flavor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node with three ENIs that pods share, or have for themselves as they ask for it. */
class WholeWishesTest {
    private static final Watermarks NOTHING = new Watermarks(0, 0);
    private static final PoolLimits LIMITS =
            PoolLimits.of(new Flavor(3, false, 0), 5, List.of(IpFamily.V4, IpFamily.V6));

    @Test
    void an_eni_of_one_address_of_each_family_is_made_for_a_pod_that_asks_for_one() {
        var cloud = new TinyCloud(LIMITS, true, List.of());
        settle(cloud, NOTHING, 0, 1);
        assertEquals(1, whole(cloud));
        assertEquals(1, cloud.holdings().size());
        var eni = cloud.holdings().getFirst().eni();
        assertEquals(1, eni.count(IpFamily.V4));
        assertEquals(1, eni.count(IpFamily.V6));
    }

    @Test
    void one_eni_remains_for_those_that_share() {
        var cloud = new TinyCloud(LIMITS, true, List.of());
        settle(cloud, NOTHING, 0, 5);
        assertEquals(2, whole(cloud));
        assertEquals(
                Optional.of(new Shortfall.WholeFull(3, 2)),
                cloud.planWhole(NOTHING, 0, 5).shortfall());
        settle(cloud, NOTHING, 12, 2);
        assertEquals(1, cloud.holdings().size() - whole(cloud));
    }

    @Test
    void an_idle_eni_of_those_that_are_shared_makes_way_and_does_not_come_again() {
        var cloud = new TinyCloud(LIMITS, true, List.of());
        var marks = new Watermarks(15, 15);
        settle(cloud, marks, 0, 0);
        assertEquals(3, cloud.holdings().size());
        assertEquals(Optional.empty(), cloud.planWhole(marks, 0, 1).shortfall());
        settle(cloud, marks, 0, 1);
        assertEquals(1, whole(cloud));
        assertEquals(3, cloud.holdings().size());
        settle(cloud, marks, 0, 1);
        assertEquals(1, whole(cloud));
    }

    @Test
    void none_makes_way_while_somebody_waits_for_its_addresses() {
        var cloud = new TinyCloud(LIMITS, true, List.of());
        settle(cloud, new Watermarks(15, 15), 0, 0);
        var plan = cloud.planWhole(new Watermarks(15, 15), 1, 1);
        assertEquals(Optional.of(new Shortfall.WholeFull(1, 2)), plan.shortfall());
        assertEquals(List.of(), plan.marks());
    }

    @Test
    void it_goes_after_its_pod_and_its_place_is_everybodys_again() {
        var cloud = new TinyCloud(LIMITS, true, List.of());
        settle(cloud, NOTHING, 0, 2);
        settle(cloud, NOTHING, 0, 0);
        assertEquals(0, cloud.holdings().size());
        settle(cloud, NOTHING, 15, 0);
        assertEquals(3, cloud.holdings().size());
    }

    @Test
    void places_for_rdma_are_left_to_it() {
        var cloud = new TinyCloud(PoolLimits.of(new Flavor(3, false, 1), 5, List.of(IpFamily.V4)), true, List.of());
        settle(cloud, NOTHING, 5, 4);
        assertEquals(2, whole(cloud));
        for (int pass = 0; pass < 20; pass++) {
            cloud.perform(cloud.planRdma(NOTHING, 1));
            cloud.timePasses();
        }
        assertTrue(cloud.holdings().stream().anyMatch(holding -> holding.serves(EniWish.RDMA)));
    }

    @Test
    void in_prefixes_it_has_a_single_address_all_the_same() {
        var cloud = new TinyCloud(LIMITS.in(Portion.PREFIX), true, List.of());
        settle(cloud, NOTHING, 0, 1);
        var eni = cloud.holdings().getFirst().eni();
        assertEquals(List.of(), eni.prefixes());
        assertEquals(eni.addresses(), LIMITS.in(Portion.PREFIX).singles(eni));
    }

    @Test
    void a_node_with_one_eni_says_that_it_has_none_to_give() {
        var cloud = new TinyCloud(PoolLimits.of(new Flavor(1, false, 0), 5, List.of(IpFamily.V4)), true, List.of());
        var words = cloud.planWhole(NOTHING, 0, 1).shortfall().orElseThrow().words();
        assertTrue(words.contains("aliyun/eni"), words);
    }

    private static int whole(TinyCloud cloud) {
        return (int) cloud.holdings().stream()
                .filter(holding -> holding.serves(EniWish.WHOLE))
                .count();
    }

    /** So many wait, who take nothing, until no more happens. */
    private static void settle(TinyCloud cloud, Watermarks marks, int sharing, int starving) {
        for (int pass = 0; pass < 50; pass++) {
            var plan = cloud.planWhole(marks, sharing, starving);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                return;
            }
        }
        throw new AssertionError("no rest: " + cloud.holdings());
    }
}
