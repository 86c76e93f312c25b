package io.github.terway4j.simulator.invariant;

import static io.github.terway4j.simulator.invariant.Tableau.ADDRESS;
import static io.github.terway4j.simulator.invariant.Tableau.ONE;
import static io.github.terway4j.simulator.invariant.Tableau.TWO;
import static io.github.terway4j.simulator.invariant.Tableau.appeared;
import static io.github.terway4j.simulator.invariant.Tableau.changed;
import static io.github.terway4j.simulator.invariant.Tableau.connected;
import static io.github.terway4j.simulator.invariant.Tableau.ending;
import static io.github.terway4j.simulator.invariant.Tableau.linked;
import static io.github.terway4j.simulator.invariant.Tableau.reaped;
import static io.github.terway4j.simulator.invariant.Tableau.removed;
import static io.github.terway4j.simulator.invariant.Tableau.retired;
import static io.github.terway4j.simulator.invariant.Tableau.routed;
import static io.github.terway4j.simulator.invariant.Tableau.ruledFrom;
import static io.github.terway4j.simulator.invariant.Tableau.ruledTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.invariant.Change.By;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each invariant is shown what it must reject, and what it must not. */
class InvariantsTest {
    private static final Ip OTHER = Ip.parse("10.1.0.10");
    private static final Duration BOUND = Duration.ofMinutes(10);

    private static void objects(String name, Tableau tableau, Change... changes) {
        assertEquals(
                name,
                assertThrows(Violated.class, () -> tableau.happens(changes)).invariant());
    }

    @Nested
    class No_address_twice {
        private final Tableau tableau = new Tableau(new NoAddressTwice());

        @Test
        void two_nodes_have_a_lease_of_one_address() {
            tableau.happens(tableau.leased(ONE, "a"));
            objects("no-address-twice", tableau, tableau.leased(TWO, "b"));
        }

        @Test
        void a_pod_lives_with_what_another_has_a_lease_of() {
            tableau.happens(connected(ONE, "a"));
            objects("no-address-twice", tableau, tableau.leased(TWO, "b"));
        }

        @Test
        void a_route_leads_to_another_pod_than_the_leaseholder() {
            tableau.happens(tableau.leased(ONE, "a"));
            objects("no-address-twice", tableau, routed(TWO, "b"));
        }

        @Test
        void one_after_the_other_may_hold_it() {
            tableau.happens(tableau.leased(ONE, "a"), connected(ONE, "a"), routed(ONE, "a"));
            tableau.happens(ending(ONE, "a"), routed(ONE, "b"), tableau.erased(ONE, "a"), tableau.leased(ONE, "b"));
        }

        @Test
        void a_victim_of_somebody_else_does_not_count() {
            tableau.happens(tableau.leased(ONE, "a"), appeared(tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS)));
            tableau.happens(changed(
                    tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS),
                    tableau.eni(EniStatus.IN_USE, OTHER),
                    By.SOMEBODY_ELSE));
            tableau.happens(tableau.leased(TWO, "b"));
        }

        @Test
        void whoever_was_robbed_does_not_learn_of_it_when_another_node_gets_the_address() {
            var before = tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS);
            tableau.happens(appeared(before));
            tableau.happens(changed(before, tableau.eni(EniStatus.IN_USE, OTHER), By.SOMEBODY_ELSE));
            tableau.happens(appeared(tableau.another(ADDRESS)));
            tableau.happens(tableau.leased(TWO, "b"));
            tableau.happens(tableau.leased(ONE, "a"));
        }

        @Test
        void but_two_that_nobody_robbed_count_whosever_eni_it_is() {
            tableau.happens(appeared(tableau.another(ADDRESS)));
            tableau.happens(tableau.leased(TWO, "b"));
            objects("no-address-twice", tableau, tableau.leased(ONE, "a"));
        }

        @Test
        void a_victim_that_has_its_address_again_counts() {
            var before = tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS);
            tableau.happens(tableau.leased(ONE, "a"), appeared(before));
            tableau.happens(changed(before, tableau.eni(EniStatus.IN_USE, OTHER), By.SOMEBODY_ELSE));
            tableau.happens(changed(tableau.eni(EniStatus.IN_USE, OTHER), before, By.US));
            objects("no-address-twice", tableau, tableau.leased(TWO, "b"));
        }
    }

    @Nested
    class Lease_on_live_eni {
        private final Tableau tableau = new Tableau(new LeaseOnLiveEni(BOUND));

        @Test
        void a_lease_is_written_of_what_no_eni_carries() {
            objects("lease-on-live-eni", tableau, tableau.leased(ONE, "a"));
        }

        @Test
        void a_lease_is_written_of_what_an_eni_of_another_node_carries() {
            tableau.happens(appeared(tableau.eni(EniStatus.IN_USE, ADDRESS)));
            objects("lease-on-live-eni", tableau, tableau.leased(TWO, "a"));
        }

        @Test
        void an_eni_leaves_while_there_is_a_lease_of_it() {
            tableau.happens(appeared(tableau.eni(EniStatus.IN_USE, ADDRESS)));
            tableau.happens(tableau.leased(ONE, "a"));
            objects(
                    "lease-on-live-eni",
                    tableau,
                    changed(tableau.eni(EniStatus.IN_USE, ADDRESS), tableau.eni(EniStatus.DETACHING, ADDRESS), By.US));
        }

        @Test
        void what_somebody_else_took_is_leased_for_as_long_as_nobody_can_have_noticed() {
            tableau.happens(appeared(tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS)));
            tableau.happens(tableau.leased(ONE, "a"));
            tableau.happens(changed(
                    tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS),
                    tableau.eni(EniStatus.IN_USE, OTHER),
                    By.SOMEBODY_ELSE));
            tableau.happens(connected(ONE, "a"), tableau.leased(ONE, "a"));
            tableau.passes(BOUND);
            objects("lease-on-live-eni", tableau, tableau.leased(ONE, "a"));
        }
    }

    @Nested
    class Nothing_taken_from_the_living {
        private final Tableau tableau = new Tableau(new NothingTakenFromTheLiving());

        private Change unassigned(By by) {
            return changed(tableau.eni(EniStatus.IN_USE, OTHER, ADDRESS), tableau.eni(EniStatus.IN_USE, OTHER), by);
        }

        @Test
        void an_address_is_unassigned_that_a_pod_lives_with() {
            tableau.happens(connected(ONE, "a"));
            objects("nothing-taken-from-the-living", tableau, unassigned(By.US));
        }

        @Test
        void a_block_is_unassigned_in_which_a_pod_lives() {
            tableau.happens(connected(ONE, "a"));
            var without = tableau.eni(EniStatus.IN_USE, OTHER);
            var with = without.plus(new Grant(List.of(), List.of(IpPrefix.around(ADDRESS))));
            objects("nothing-taken-from-the-living", tableau, changed(with, without, By.US));
        }

        @Test
        void somebody_else_may_or_the_pod_is_dead() {
            tableau.happens(connected(ONE, "a"));
            tableau.happens(unassigned(By.SOMEBODY_ELSE));
            tableau.happens(ending(ONE, "a"));
            tableau.happens(unassigned(By.US));
        }
    }

    @Nested
    class Living_stay_connected {
        private final Tableau tableau = new Tableau(new LivingStayConnected());

        private void lives() {
            tableau.happens(tableau.leased(ONE, "a"), linked(ONE, "a"), routed(ONE, "a"), ruledFrom(ONE), ruledTo(ONE));
            tableau.happens(connected(ONE, "a"));
        }

        @Test
        void a_pod_is_told_an_address_to_which_nothing_leads() {
            tableau.happens(tableau.leased(ONE, "a"), linked(ONE, "a"), ruledFrom(ONE), ruledTo(ONE));
            objects("living-stay-connected", tableau, connected(ONE, "a"));
        }

        @Test
        void a_pod_is_told_an_address_that_nothing_may_leave_from() {
            tableau.happens(tableau.leased(ONE, "a"), linked(ONE, "a"), routed(ONE, "a"), ruledTo(ONE));
            objects("living-stay-connected", tableau, connected(ONE, "a"));
        }

        @Test
        void a_lease_is_forgotten_while_its_pod_lives() {
            lives();
            objects("living-stay-connected", tableau, tableau.erased(ONE, "a"));
        }

        @Test
        void a_link_is_retired_while_its_pod_lives() {
            lives();
            objects("living-stay-connected", tableau, retired(ONE, "a"));
        }

        @Test
        void a_rule_is_removed_while_its_pod_lives() {
            lives();
            objects("living-stay-connected", tableau, removed(ruledFrom(ONE)));
        }

        @Test
        void the_dead_need_nothing() {
            lives();
            tableau.happens(ending(ONE, "a"));
            tableau.happens(removed(ruledFrom(ONE)), retired(ONE, "a"), tableau.erased(ONE, "a"));
        }
    }

    @Nested
    class Ledger_before_kernel {
        private final Tableau tableau = new Tableau(new LedgerBeforeKernel());

        @Test
        void a_link_is_made_for_which_there_is_no_lease() {
            tableau.happens(tableau.leased(ONE, "a"), linked(ONE, "a"));
            objects("ledger-before-kernel", tableau, linked(ONE, "b"));
        }

        @Test
        void a_route_is_made_for_an_address_that_is_not_leased() {
            objects("ledger-before-kernel", tableau, routed(ONE, "a"));
        }
    }

    @Nested
    class Nothing_without_lease {
        private final Tableau tableau = new Tableau(new NothingWithoutLease(BOUND));

        private void lived() {
            tableau.happens(tableau.leased(ONE, "a"), linked(ONE, "a"), routed(ONE, "a"));
        }

        @Test
        void a_link_outlives_its_lease_by_more_than_the_bound() {
            lived();
            tableau.happens(tableau.erased(ONE, "a"));
            tableau.passes(BOUND);
            assertThrows(Violated.class, () -> tableau.passes(Duration.ofSeconds(1)));
        }

        @Test
        void a_retired_link_shall_be_reaped_all_the_same() {
            lived();
            tableau.happens(retired(ONE, "a"), tableau.erased(ONE, "a"));
            tableau.passes(BOUND);
            assertThrows(Violated.class, () -> tableau.passes(Duration.ofSeconds(1)));
        }

        @Test
        void a_link_that_goes_takes_its_route_along_in_time() {
            lived();
            tableau.happens(retired(ONE, "a"), tableau.erased(ONE, "a"));
            tableau.passes(BOUND);
            tableau.happens(reaped(ONE));
            tableau.passes(BOUND.multipliedBy(2));
        }

        @Test
        void a_lease_that_comes_again_makes_it_well() {
            lived();
            tableau.happens(tableau.erased(ONE, "a"));
            tableau.happens(tableau.leased(ONE, "a"));
            tableau.passes(BOUND.multipliedBy(2));
        }
    }

    @Nested
    class Within_limits {
        @Test
        void an_instance_has_more_enis_than_its_type_allows() {
            var tableau = new Tableau(new WithinLimits(100, 100));
            tableau.happens(
                    appeared(tableau.eni("eni-1", EniStatus.IN_USE, ADDRESS)),
                    appeared(tableau.eni("eni-2", EniStatus.IN_USE, ADDRESS)),
                    appeared(tableau.eni("eni-3", EniStatus.IN_USE, ADDRESS)));
            objects("within-limits", tableau, appeared(tableau.eni("eni-4", EniStatus.ATTACHING, ADDRESS)));
        }

        @Test
        void a_node_has_more_enis_than_its_operator_allows() {
            var tableau = new Tableau(new WithinLimits(1, 100));
            tableau.happens(
                    appeared(tableau.eni("eni-1", EniStatus.IN_USE, ADDRESS)),
                    appeared(tableau.eni("eni-2", EniStatus.IN_USE, ADDRESS)));
            objects("within-limits", tableau, appeared(tableau.eni("eni-3", EniStatus.ATTACHING, ADDRESS)));
        }

        @Test
        void an_eni_has_more_addresses_than_its_type_allows() {
            var tableau = new Tableau(new WithinLimits(100, 100));
            objects(
                    "within-limits",
                    tableau,
                    appeared(tableau.eni(
                            EniStatus.IN_USE, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS)));
        }

        @Test
        void the_account_has_more_enis_than_its_quota() {
            var tableau = new Tableau(new WithinLimits(100, 1));
            tableau.happens(appeared(tableau.eni("eni-1", EniStatus.AVAILABLE, ADDRESS)));
            objects("within-limits", tableau, appeared(tableau.eni("eni-2", EniStatus.AVAILABLE, ADDRESS)));
        }
    }

    @Nested
    class Calls_within_budget {
        @Test
        void one_call_too_many_in_a_minute() {
            var tableau = new Tableau(new CallsWithinBudget(2));
            var call = new Change.CloudCalled(ONE, "attach");
            tableau.happens(call, new Change.CloudCalled(TWO, "attach"));
            tableau.passes(Duration.ofSeconds(61));
            tableau.happens(call, call);
            objects("calls-within-budget", tableau, call);
        }
    }

    @Nested
    class Ledger_readable {
        private final Tableau tableau = new Tableau(new LedgerReadable());

        @Test
        void two_pods_of_a_node_have_one_address_in_the_ledger() {
            tableau.happens(tableau.leased(ONE, "a"));
            objects("ledger-readable", tableau, tableau.leased(ONE, "b"));
        }
    }
}
