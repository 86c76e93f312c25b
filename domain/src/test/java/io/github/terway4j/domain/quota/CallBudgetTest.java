package io.github.terway4j.domain.quota;

import static io.github.terway4j.domain.quota.CloudApi.ATTACH_NETWORK_INTERFACE;
import static io.github.terway4j.domain.quota.CloudApi.DELETE_NETWORK_INTERFACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.quota.CallBudget.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The budget's arithmetic on round numbers: sixty calls a minute are one a second. */
class CallBudgetTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Optional<Duration> GO = Optional.empty();

    private final CallBudget budget = new CallBudget(Map.of(ATTACH_NETWORK_INTERFACE, 60), START);

    private static Instant after(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private Place join(Urgency urgency) {
        return budget.join(ATTACH_NETWORK_INTERFACE, urgency);
    }

    private Optional<Duration> ask(Urgency urgency, double seconds) {
        return budget.ask(join(urgency), after(seconds));
    }

    private void spendAll(double seconds) {
        for (var spent = true; spent; ) {
            var place = join(Urgency.WAITING_POD);
            spent = budget.ask(place, after(seconds)).isEmpty();
            budget.leave(place);
        }
    }

    @Test
    void a_minutes_calls_may_be_made_at_once_and_then_one_a_second() {
        for (int i = 0; i < 60; i++) {
            assertEquals(GO, ask(Urgency.WAITING_POD, 0));
        }
        var next = join(Urgency.WAITING_POD);
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(next, START));
        assertEquals(Optional.of(Duration.ofMillis(250)), budget.ask(next, after(0.75)));
        assertEquals(GO, budget.ask(next, after(1)));
    }

    @Test
    void each_api_has_a_budget_of_its_own_and_its_usual_number_where_nobody_says_otherwise() {
        spendAll(0);
        for (int i = 0; i < 500; i++) {
            assertEquals(GO, budget.ask(budget.join(DELETE_NETWORK_INTERFACE, Urgency.WAITING_POD), START));
        }
        assertEquals(
                Optional.of(Duration.ofMillis(120)),
                budget.ask(budget.join(DELETE_NETWORK_INTERFACE, Urgency.WAITING_POD), START));
    }

    @Test
    void warm_up_leaves_a_tenth_to_pods_and_giving_back_a_fifth() {
        for (int i = 0; i < 48; i++) {
            assertEquals(GO, ask(Urgency.GIVE_BACK, 0));
        }
        var back = join(Urgency.GIVE_BACK);
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(back, START));
        for (int i = 0; i < 6; i++) {
            assertEquals(GO, ask(Urgency.WARM_UP, 0));
        }
        var more = join(Urgency.WARM_UP);
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(more, START));
        for (int i = 0; i < 6; i++) {
            assertEquals(GO, ask(Urgency.WAITING_POD, 0));
        }
        assertEquals(Optional.of(Duration.ofSeconds(1)), ask(Urgency.WAITING_POD, 0));
    }

    @Test
    void the_most_urgent_goes_first_and_of_equals_who_came_first() {
        spendAll(0);
        var back = join(Urgency.GIVE_BACK);
        var pod = join(Urgency.WAITING_POD);
        var nextPod = join(Urgency.WAITING_POD);
        assertEquals(Optional.of(Duration.ofSeconds(15)), budget.ask(back, START), "12 are left, 2 go before");
        assertEquals(Optional.of(Duration.ofSeconds(2)), budget.ask(nextPod, START));
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(pod, START));
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(nextPod, after(2)), "though there are two");
        assertEquals(GO, budget.ask(pod, after(2)));
        assertEquals(GO, budget.ask(nextPod, after(2)));
        assertEquals(GO, budget.ask(back, after(15)));
    }

    @Test
    void who_gives_up_holds_nobody_up() {
        spendAll(0);
        var first = join(Urgency.WAITING_POD);
        var second = join(Urgency.WAITING_POD);
        budget.leave(first);
        assertEquals(GO, budget.ask(second, after(1)));
        budget.leave(second);
    }

    @Test
    void a_complaint_stops_all_for_a_while_and_halves_the_pace() {
        assertEquals(Duration.ofMillis(750), budget.throttled(ATTACH_NETWORK_INTERFACE, START, 1));
        assertEquals(Optional.of(Duration.ofMillis(750)), ask(Urgency.WAITING_POD, 0));
        assertEquals(30, budget.pace(ATTACH_NETWORK_INTERFACE, START));
        assertEquals(500, budget.pace(DELETE_NETWORK_INTERFACE, START));
        assertEquals(GO, budget.ask(budget.join(DELETE_NETWORK_INTERFACE, Urgency.WAITING_POD), START));
    }

    @Test
    void after_the_while_four_calls_are_left_and_then_the_pace_counts() {
        budget.throttled(ATTACH_NETWORK_INTERFACE, START, 1);
        for (int i = 0; i < 4; i++) {
            assertEquals(GO, ask(Urgency.WAITING_POD, 0.75));
        }
        assertEquals(Optional.of(Duration.ofSeconds(2)), ask(Urgency.WAITING_POD, 0.75));
    }

    @Test
    void a_complaint_gives_no_calls_to_who_has_none() {
        spendAll(0);
        budget.throttled(ATTACH_NETWORK_INTERFACE, START, 1);
        assertEquals(Optional.of(Duration.ofMillis(1250)), ask(Urgency.WAITING_POD, 0.75));
    }

    @Test
    void of_what_has_come_since_a_complaint_warm_up_leaves_a_tenth_and_giving_back_a_fifth() {
        spendAll(0);
        budget.throttled(ATTACH_NETWORK_INTERFACE, START, 1);
        // Ten seconds bring five calls at half the pace: giving back leaves one, warm-up half a one, and that is none.
        for (int i = 0; i < 4; i++) {
            assertEquals(GO, ask(Urgency.GIVE_BACK, 10));
        }
        var back = join(Urgency.GIVE_BACK);
        assertTrue(budget.ask(back, after(10)).isPresent());
        budget.leave(back);
        assertEquals(GO, ask(Urgency.WARM_UP, 10));
    }

    @Test
    void complaints_about_calls_that_were_under_way_count_once() {
        budget.throttled(ATTACH_NETWORK_INTERFACE, START, 1);
        assertEquals(Duration.ofMillis(50), budget.throttled(ATTACH_NETWORK_INTERFACE, after(0.7), 1));
        assertEquals(30, budget.pace(ATTACH_NETWORK_INTERFACE, after(0.7)));
        budget.throttled(ATTACH_NETWORK_INTERFACE, after(0.75), 1);
        assertEquals(15, budget.pace(ATTACH_NETWORK_INTERFACE, after(0.75)));
    }

    @Test
    void the_pace_has_a_floor_and_grows_back_by_a_tenth_a_minute() {
        for (int i = 0; i < 10; i++) {
            // None of them lasts longer than a tenth of 16 seconds.
            budget.throttled(ATTACH_NETWORK_INTERFACE, after(i * 2), 0);
        }
        assertEquals(6, budget.pace(ATTACH_NETWORK_INTERFACE, after(18)));
        assertEquals(12, budget.pace(ATTACH_NETWORK_INTERFACE, after(78)));
        assertEquals(54, budget.pace(ATTACH_NETWORK_INTERFACE, after(18 + 8 * 60)));
        assertEquals(60, budget.pace(ATTACH_NETWORK_INTERFACE, after(18 + 9 * 60)));
        assertEquals(60, budget.pace(ATTACH_NETWORK_INTERFACE, after(18 + 90 * 60)));
    }

    @Test
    void complaints_of_too_many_calls_altogether_slow_all_of_them() {
        assertEquals(Duration.ofMillis(750), budget.throttledAltogether(START, 1));
        for (var api : CloudApi.values()) {
            assertEquals(Optional.of(Duration.ofMillis(750)), budget.ask(budget.join(api, Urgency.WAITING_POD), START));
            assertEquals(api == ATTACH_NETWORK_INTERFACE ? 30 : api.perMinute() / 2, budget.pace(api, START));
        }
    }

    @Test
    void a_clock_that_is_set_back_gives_and_takes_nothing() {
        spendAll(3600);
        var next = join(Urgency.WAITING_POD);
        assertEquals(Optional.of(Duration.ofSeconds(1)), budget.ask(next, after(0)));
        assertEquals(GO, budget.ask(next, after(1)));
    }

    @Test
    void no_calls_at_all_are_no_budget() {
        assertThrows(IllegalArgumentException.class, () -> new CallBudget(Map.of(ATTACH_NETWORK_INTERFACE, 0), START));
    }

    @Test
    void an_api_is_known_by_the_clouds_name_of_it() {
        for (var api : CloudApi.values()) {
            assertEquals(Optional.of(api), CloudApi.named(api.action()));
        }
        assertEquals(Optional.empty(), CloudApi.named("DescribeNothing"));
    }
}
