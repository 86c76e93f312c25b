package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.keptBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Traffic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class KernelContractTest {
    private static final NetNs ELSEWHERE = new NetNs("elsewhere");
    private static final KernelObject.Route LITTER = new KernelObject.Route(
            ELSEWHERE, RouteTables.MAIN, Cidr.parse("10.9.0.0/16"), new NextHop.Blackhole(), Ownership.PROTOCOL);

    // Promises about nothing being there, or nothing to be done, are kept by a kernel that nods; the rest are not.
    @Test
    void
            no_promise_is_kept_both_by_a_kernel_that_nods_and_does_nothing_and_by_one_that_refuses_and_is_full_of_litter() {
        var kept = keptBy(Nodding.class);
        kept.retainAll(keptBy(Refusing.class));
        assertEquals(Set.of(), kept);
    }

    static final class Nodding implements KernelContract {
        private final LyingKernel liar = new LyingKernel(new KernelOutcome.Applied(), List.of());

        @Override
        public Kernel kernel() {
            return liar;
        }

        @Override
        public Namespaces namespaces() {
            return liar;
        }

        @Override
        public Traffic traffic() {
            return liar;
        }
    }

    static final class Refusing implements KernelContract {
        private final LyingKernel liar = new LyingKernel(
                new KernelOutcome.Refused(new KernelStep.ReapRetired(ELSEWHERE), "no"), List.of(LITTER));

        @Override
        public Kernel kernel() {
            return liar;
        }

        @Override
        public Namespaces namespaces() {
            return liar;
        }

        @Override
        public Traffic traffic() {
            return liar;
        }
    }
}
