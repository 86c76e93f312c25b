package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DegradationTest {
    private static final EniId ENI = new EniId("eni-1");
    private static final Ip IP = Ip.parse("10.0.0.7");
    private static final List<PoolAction> BRING_MORE = List.of(
            new PoolAction.CreateEni(new VSwitchId("vsw-1"), 3, 0),
            new PoolAction.AttachEni(ENI),
            new PoolAction.AssignAddresses(ENI, IpFamily.V4, 2),
            new PoolAction.AssignPrefixes(ENI, IpFamily.V4, 1));
    private static final List<PoolAction> GIVE_BACK = List.of(
            new PoolAction.UnassignAddresses(ENI, List.of(IP)),
            new PoolAction.UnassignPrefixes(ENI, List.of(IpPrefix.parse("10.0.0.16/28"))),
            new PoolAction.DetachEni(ENI),
            new PoolAction.DeleteEni(ENI));
    private static final Optional<Shortfall> FULL = Optional.of(new Shortfall.NodeFull(2, 10));
    private static final PoolPlan PLAN =
            new PoolPlan(Stream.concat(BRING_MORE.stream(), GIVE_BACK.stream()).toList(), List.of(IP), FULL);

    @Test
    void without_degradation_a_plan_is_what_it_is() {
        assertEquals(PLAN, Degradation.NONE.allowed(PLAN, 3));
    }

    @Test
    void at_l1_what_brings_more_is_done_and_nothing_goes_nor_is_marked_to_go() {
        assertEquals(new PoolPlan(BRING_MORE, List.of(), FULL), Degradation.L1.allowed(PLAN, 3));
    }

    @Test
    void at_l0_nothing_is_done_and_who_waits_is_told_why() {
        assertEquals(
                new PoolPlan(List.of(), List.of(), Optional.of(new Shortfall.Degraded(3))),
                Degradation.L0.allowed(PLAN, 3));
        assertEquals(
                "degradation is l0, so that the cloud is asked for nothing; addresses wanted: 3",
                new Shortfall.Degraded(3).words());
    }

    @Test
    void at_l0_nothing_is_short_while_nobody_waits() {
        assertEquals(new PoolPlan(List.of(), List.of(), Optional.empty()), Degradation.L0.allowed(PLAN, 0));
    }
}
