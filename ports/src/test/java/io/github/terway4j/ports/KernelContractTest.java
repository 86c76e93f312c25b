package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

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

    private static Set<String> keptBy(Class<? extends KernelContract> liar) {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(liar))
                .execute()
                .testEvents();
        assertNotEquals(0, tests.started().count(), "nothing was asked of " + liar);
        var names = new TreeSet<String>();
        tests.succeeded().map(Event::getTestDescriptor).forEach(test -> names.add(test.getDisplayName()));
        return names;
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
    }
}
