package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A kernel under test, namespaces of its own that go when a test ends, and words to speak to it. */
public interface KernelBench {
    /** No other process uses names that begin so, and no two tests of this one run at the same time. */
    String PREFIX = "tw4j-contract-" + ProcessHandle.current().pid() + "-";

    int SOME_BYTES = 1000;

    Kernel kernel();

    Namespaces namespaces();

    /** To try out what the kernel does with packets. */
    Traffic traffic();

    /** Skips the test, with words, where the kernel lacks this. Whoever has everything need not ask. */
    default void needs(KernelFeature feature) {}

    /**
     * Waits until the kernel has done what it does behind our back, such as deleting the other end of a pair whose
     * namespace has gone. Whoever has nothing behind its back is asked once; whoever has, overrides this and asks again
     * and again for a bounded time.
     */
    default void eventually(BooleanSupplier soIt) {
        assertTrue(soIt.getAsBoolean(), "it should have come true by now");
    }

    @AfterEach
    default void the_namespaces_of_the_test_are_gone() {
        namespaces().named(PREFIX).forEach(namespaces()::delete);
        assertEquals(List.of(), namespaces().named(PREFIX));
    }

    default NetNs namespace(String name) {
        return namespaces().create(PREFIX + name);
    }

    default KernelOutcome apply(KernelStep... steps) {
        return kernel().apply(List.of(steps));
    }

    default void done(List<KernelStep> steps) {
        assertEquals(new KernelOutcome.Applied(), kernel().apply(steps));
    }

    default void made(KernelObject... objects) {
        done(new DatapathPlan(Arrays.asList(objects)).steps());
    }

    default void removed(KernelObject... objects) {
        done(Stream.of(objects).<KernelStep>map(KernelStep.Remove::new).toList());
    }

    default KernelState seen(NetNs ns, String... sysctls) {
        return assertInstanceOf(Observation.Seen.class, kernel().observe(ns, List.of(sysctls)))
                .state();
    }

    /** All that the plan speaks of, as it is now; whoever glances sees the same of it as who looks at everything. */
    default Map<NetNs, KernelState> seen(DatapathPlan plan) {
        var states = new TreeMap<NetNs, KernelState>();
        for (var ns : plan.namespaces()) {
            var whole = seen(ns, plan.sysctlKeys(ns).toArray(String[]::new));
            var sought = Sought.of(plan, ns);
            assertEquals(new Observation.Seen(sought.in(whole)), kernel().glance(sought));
            states.put(ns, whole);
        }
        return states;
    }

    default void assertReaches(NetNs from, NetNs to, String address) {
        assertEquals(new TrafficOutcome.Arrived(), traffic().exchange(from, to, Ip.parse(address), SOME_BYTES));
    }

    default void assertLoses(NetNs from, NetNs to, String address) {
        assertInstanceOf(
                TrafficOutcome.Lost.class,
                traffic().exchange(from, to, Ip.parse(address), SOME_BYTES),
                from + " to " + address);
    }

    default List<KernelObject> missing(KernelObject... wanted) {
        return missing(new DatapathPlan(Arrays.asList(wanted)));
    }

    default List<KernelObject> missing(DatapathPlan plan) {
        return KernelDiff.between(plan, seen(plan)).missing();
    }
}
