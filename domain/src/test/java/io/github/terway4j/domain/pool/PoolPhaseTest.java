package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Three ENIs of ten addresses; between two and twenty idle; five go every ten minutes after an hour of quiet. */
class PoolPhaseTest {
    private static final PoolLimits LIMITS = new PoolLimits(3, 10, List.of(IpFamily.V4));
    private static final Watermarks MARKS = new Watermarks(2, 20);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final IdleReclaim EVERY_TEN_MINUTES =
            new IdleReclaim.After(Duration.ofHours(1), 5, Duration.ofMinutes(10), 0);
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private final SplittableRandom random = new SplittableRandom(1);

    @Nested
    class WarmingUp {
        private static final PoolRules RULES = new PoolRules(new Watermarks(2, 4), 12, new IdleReclaim.Off());

        @Test
        void a_new_node_fetches_its_addresses_before_the_first_pod() {
            var phase = PoolPhase.begin(RULES, view(), NOON);
            assertEquals(12, low(phase, RULES, supply(0, 0)));
            assertEquals(7, low(phase, RULES, supply(5, 0)), "those that pods hold count");
        }

        @Test
        void a_node_that_was_warm_before_is_not_warmed_again() {
            var phase = PoolPhase.begin(RULES, view(Enis.holding(1, EniStatus.IN_USE, 1, 0)), NOON);
            assertEquals(2, low(phase, RULES, supply(0, 1)));
        }

        @Test
        void what_was_fetched_is_kept_for_a_while_though_it_is_more_than_may_stand_idle() {
            var warm = next(PoolPhase.begin(RULES, view(), NOON), RULES, supply(0, 12), NOON, NOON);
            assertEquals(12, high(warm, RULES, supply(0, 12)));
            var before = NOON.plus(WarmUp.PATIENCE).minusSeconds(1);
            assertEquals(12, high(next(warm, RULES, supply(0, 12), NOON, before), RULES, supply(0, 12)));
            var over = next(warm, RULES, supply(0, 12), NOON, NOON.plus(WarmUp.PATIENCE));
            assertEquals(4, high(over, RULES, supply(0, 12)));
            assertEquals(2, low(over, RULES, supply(0, 0)), "it is done once");
        }

        @Test
        void a_node_that_cannot_hold_as_many_is_warm_when_it_is_full() {
            var rules = new PoolRules(MARKS, 500, new IdleReclaim.Off());
            var phase = next(PoolPhase.begin(rules, view(), NOON), rules, supply(0, 30), NOON, NOON);
            assertEquals(new WarmUp.Waiting(500, NOON.plus(WarmUp.PATIENCE)), phase.warmUp());
        }
    }

    @Nested
    class Reclaiming {
        private static final PoolRules RULES = new PoolRules(MARKS, 0, EVERY_TEN_MINUTES);

        @Test
        void after_the_quiet_and_an_interval_a_batch_goes_and_then_one_each_interval_down_to_the_lower_mark() {
            var phase = begin();
            assertEquals(20, high(after(phase, 59, 18), RULES, supply(0, 18)));
            phase = after(phase, 60, 18);
            assertEquals(20, high(phase, RULES, supply(0, 18)), "the first interval begins");
            phase = after(phase, 69, 18);
            assertEquals(20, high(phase, RULES, supply(0, 18)));
            phase = after(phase, 70, 18);
            assertEquals(13, high(phase, RULES, supply(0, 18)));
            phase = after(phase, 75, 13);
            assertEquals(13, high(phase, RULES, supply(0, 13)));
            phase = after(phase, 80, 13);
            assertEquals(8, high(phase, RULES, supply(0, 8)));
            phase = after(after(after(phase, 90, 8), 100, 3), 110, 2);
            assertEquals(2, high(phase, RULES, supply(0, 2)));
        }

        @Test
        void it_goes_on_from_the_upper_mark_where_more_stand_idle_than_may() {
            var phase = after(after(begin(), 60, 26), 70, 26);
            assertEquals(15, high(phase, RULES, supply(0, 26)));
        }

        @Test
        void whoever_uses_the_pool_lifts_it_again_and_the_quiet_begins_anew() {
            var phase = after(after(begin(), 60, 18), 70, 18);
            var used = NOON.plus(MINUTE.multipliedBy(72));
            phase = next(phase, RULES, supply(1, 12), used, NOON.plus(MINUTE.multipliedBy(73)));
            assertEquals(20, high(phase, RULES, supply(1, 12)));
            phase = next(phase, RULES, supply(1, 12), used, NOON.plus(MINUTE.multipliedBy(131)));
            assertEquals(20, high(phase, RULES, supply(1, 12)));
            assertEquals(Instant.MAX, phase.ebb().next());
        }

        @Test
        void chance_makes_the_interval_longer_by_its_share_at_most() {
            var after = new IdleReclaim.After(Duration.ofHours(1), 5, Duration.ofMinutes(10), 0.5);
            var longest = Duration.ZERO;
            for (int i = 0; i < 200; i++) {
                var wait = after.wait(random);
                assertTrue(wait.compareTo(Duration.ofMinutes(10)) >= 0 && wait.compareTo(Duration.ofMinutes(15)) <= 0);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
            assertTrue(longest.compareTo(Duration.ofMinutes(14)) > 0, longest::toString);
        }

        @Test
        void the_pool_is_looked_at_when_the_next_batch_is_due() {
            var phase = after(begin(), 60, 18);
            var now = NOON.plus(MINUTE.multipliedBy(69));
            assertEquals(MINUTE, phase.atMost(MINUTE.multipliedBy(2), now));
            assertEquals(
                    MINUTE.multipliedBy(2), phase.atMost(MINUTE.multipliedBy(2), NOON.plus(MINUTE.multipliedBy(60))));
            assertEquals(MINUTE, begin().atMost(MINUTE, NOON));
        }

        @Test
        void switched_off_nothing_ever_falls() {
            var rules = PoolRules.of(MARKS);
            var phase = next(
                    PoolPhase.begin(rules, view(), NOON), rules, supply(0, 18), NOON, NOON.plus(Duration.ofDays(9)));
            assertEquals(20, high(phase, rules, supply(0, 18)));
        }

        private PoolPhase begin() {
            return PoolPhase.begin(RULES, view(), NOON);
        }

        private PoolPhase after(PoolPhase phase, int minutes, int idle) {
            return next(phase, RULES, supply(0, idle), NOON, NOON.plus(MINUTE.multipliedBy(minutes)));
        }
    }

    @Test
    void what_leads_nowhere_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new IdleReclaim.After(MINUTE, 0, MINUTE, 0));
        assertThrows(IllegalArgumentException.class, () -> new IdleReclaim.After(MINUTE, 1, Duration.ZERO, 0));
        assertThrows(IllegalArgumentException.class, () -> new IdleReclaim.After(MINUTE, 1, MINUTE, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new WarmEnis(-1));
        assertThrows(IllegalArgumentException.class, () -> new Floor(MARKS, -1));
    }

    private PoolPhase next(PoolPhase phase, PoolRules rules, Supply supply, Instant used, Instant now) {
        return phase.next(rules, LIMITS, supply, used, now, random);
    }

    private static int low(PoolPhase phase, PoolRules rules, Supply supply) {
        return phase.target(rules).goal(supply, LIMITS).low();
    }

    private static int high(PoolPhase phase, PoolRules rules, Supply supply) {
        return phase.target(rules).goal(supply, LIMITS).high();
    }

    private static Supply supply(int serving, int idle) {
        return new Supply(serving, idle, idle, 0);
    }

    private static PoolView view(Holding... holdings) {
        return new PoolView(List.of(holdings), Birthplaces.NONE, 0, PoolHealth.GOOD);
    }
}
