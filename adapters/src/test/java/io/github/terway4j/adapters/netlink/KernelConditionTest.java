package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KernelConditionTest {
    private static final Optional<String> NO_IPVLAN = Optional.of("ipvlan no: Error: Unknown device type.");

    @Test
    void a_test_runs_where_the_kernel_has_what_it_takes() {
        assertFalse(KernelCondition.verdict(Optional.empty(), false).isDisabled());
        assertFalse(KernelCondition.verdict(Optional.empty(), true).isDisabled());
    }

    @Test
    void it_is_skipped_elsewhere_and_the_kernel_says_why() {
        var verdict = KernelCondition.verdict(NO_IPVLAN, false);
        assertTrue(verdict.isDisabled());
        assertEquals(
                "skipped: ipvlan no: Error: Unknown device type.",
                verdict.getReason().orElse(""));
    }

    @Test
    void where_nothing_may_be_missing_it_fails_instead() {
        var failure = assertThrows(IllegalStateException.class, () -> KernelCondition.verdict(NO_IPVLAN, true));
        assertTrue(failure.toString().endsWith(NO_IPVLAN.get()), failure::toString);
    }

    @Test
    void what_every_kernel_has_is_not_missing() {
        RealKernel.assumeThere();
        assertEquals(Optional.empty(), KernelFeatures.missing(List.of("policy-rules")));
    }

    @Test
    void a_feature_that_nobody_can_try_is_a_mistake_and_no_reason_to_skip() {
        var failure = assertThrows(
                IllegalStateException.class, () -> KernelFeatures.missing(List.of("policy-rules", "teleport")));
        assertTrue(failure.toString().endsWith("Nobody knows how to try teleport."), failure::toString);
    }
}
