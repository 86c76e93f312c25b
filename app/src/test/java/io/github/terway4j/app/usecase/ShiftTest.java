package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.usecase.Shift.Errand;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.domain.quota.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a plan is done in which order, and what is left to the next pass. */
class ShiftTest {
    private static final EniId ONE = new EniId("eni-1");
    private static final EniId OTHER = new EniId("eni-2");
    private static final Errand FOR_A_POD =
            new Errand(new PoolAction.AssignAddresses(ONE, IpFamily.V4, 1), Urgency.WAITING_POD);
    private static final Errand FOR_THE_MARKS =
            new Errand(new PoolAction.AssignAddresses(OTHER, IpFamily.V4, 1), Urgency.WARM_UP);
    private static final Errand AWAY = new Errand(new PoolAction.DetachEni(ONE), Urgency.GIVE_BACK);
    private static final Fault BUSY = new Fault.Outside("throttled");

    private static ActionOutcome putOff(long seconds) {
        return new ActionOutcome.PutOff(Duration.ofSeconds(seconds), BUSY);
    }

    private static Shift shift(PoolAction... actions) {
        return Shift.of(new PoolPlan(List.of(actions), List.of(), Optional.empty()));
    }

    @Test
    void what_concerns_one_eni_stays_in_its_order_and_new_enis_do_not_wait_for_each_other() {
        var first = new PoolAction.AssignAddresses(ONE, IpFamily.V4, 10);
        var elsewhere = new PoolAction.AssignAddresses(OTHER, IpFamily.V4, 10);
        var second = new PoolAction.AssignAddresses(ONE, IpFamily.V6, 10);
        var born = new PoolAction.CreateEni(new VSwitchId("vsw-1"), 10, 0);
        var shift = shift(first, elsewhere, second, born, born);
        assertEquals(4, shift.lanes());
        var lanes = new ArrayList<List<PoolAction>>();
        for (var lane = shift.next(); lane.isPresent(); lane = shift.next()) {
            lanes.add(lane.get().stream().map(Errand::action).toList());
        }
        assertEquals(List.of(List.of(first, second), List.of(elsewhere), List.of(born), List.of(born)), lanes);
    }

    @Test
    void when_the_budget_puts_off_a_call_what_pods_wait_for_goes_on() {
        var shift = shift();
        shift.ended(FOR_THE_MARKS, putOff(3));
        assertTrue(shift.mayBegin(FOR_A_POD, false));
        assertFalse(shift.mayBegin(FOR_THE_MARKS, false));
        assertFalse(shift.mayBegin(AWAY, false));
        assertEquals(Optional.of(Duration.ofSeconds(3)), shift.patience());
        assertEquals(List.of(), shift.trouble(), "nobody misses it");
    }

    @Test
    void when_the_cloud_puts_off_what_a_pod_waits_for_everything_waits() {
        var shift = shift();
        shift.ended(AWAY, putOff(9));
        shift.ended(FOR_A_POD, putOff(3));
        assertFalse(shift.mayBegin(FOR_A_POD, false));
        assertFalse(shift.mayBegin(AWAY, false));
        assertEquals(Optional.of(Duration.ofSeconds(9)), shift.patience());
        assertEquals(List.of(BUSY), shift.trouble());
    }

    @Test
    void once_a_pod_waits_that_the_plan_did_not_know_of_only_what_pods_wait_for_is_begun() {
        var shift = shift();
        assertTrue(shift.mayBegin(FOR_A_POD, true));
        assertFalse(shift.interrupted(), "nothing was left undone");
        assertFalse(shift.mayBegin(AWAY, true));
        assertTrue(shift.interrupted());
    }

    @Test
    void a_failure_keeps_nothing_else_from_being_done() {
        var shift = shift();
        shift.ended(FOR_A_POD, new ActionOutcome.Failed(BUSY));
        assertTrue(shift.mayBegin(AWAY, false));
        assertEquals(List.of(BUSY), shift.trouble());
    }
}
