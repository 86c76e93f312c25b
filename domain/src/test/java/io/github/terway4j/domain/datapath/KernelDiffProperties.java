package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KernelDiffProperties {
    @Property
    void where_nothing_was_seen_everything_is_missing(@ForAll("plans") DatapathPlan plan) {
        var diff = KernelDiff.between(plan, Map.of());
        assertEquals(plan.wanted(), diff.missing());
        assertEquals(plan.steps(), diff.repair());
    }

    @Property
    void where_all_is_seen_nothing_is_missing(@ForAll("plans") DatapathPlan plan) {
        var diff = KernelDiff.between(plan, FullKernel.of(plan));
        assertEquals(List.of(), diff.missing());
        assertTrue(diff.empty());
    }

    @Property(tries = 100)
    void whatever_one_thing_is_taken_away_it_alone_is_missing(@ForAll("plans") DatapathPlan plan) {
        for (var object : plan.wanted()) {
            var diff = KernelDiff.between(plan, FullKernel.without(plan, object));
            assertEquals(List.of(object), diff.missing());
            assertEquals(List.of(new KernelStep.Make(object)), diff.repair());
        }
    }

    @Property
    void a_namespace_that_was_not_seen_has_nothing(@ForAll("plans") DatapathPlan plan) {
        var seen = FullKernel.of(plan);
        seen.remove(Wirings.POD);
        var missing = KernelDiff.between(plan, seen).missing();
        for (var object : plan.wanted()) {
            var expected = object.ns().equals(Wirings.POD) || object instanceof KernelObject.VethPair;
            assertEquals(expected, missing.contains(object), object::toString);
        }
    }

    @Provide
    Arbitrary<DatapathPlan> plans() {
        return Wirings.plans();
    }
}
