package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CapacityProperties {
    private static final List<ToIntFunction<Capacity>> KINDS = List.of(
            Capacity::sharedEnis,
            Capacity::sharedPods,
            Capacity::exclusivePods,
            Capacity::memberPods,
            Capacity::mostMemberPods,
            Capacity::erdmaEnis,
            Capacity::erdmaPods);

    @Property
    void no_kind_of_pod_is_ever_fewer_than_none(@ForAll("limits") InstanceLimits limits, @ForAll("caps") EniCap cap) {
        for (var kind : KINDS) {
            assertTrue(kind.applyAsInt(new Capacity(limits, cap)) >= 0);
        }
    }

    @Property
    void no_more_is_promised_than_the_cloud_allows(
            @ForAll("limits") InstanceLimits limits, @ForAll("caps") EniCap cap) {
        var capacity = new Capacity(limits, cap);
        assertTrue(capacity.sharedEnis() + 1 <= limits.enis());
        assertTrue(capacity.sharedPods() + limits.ipv4PerEni() <= limits.enis() * limits.ipv4PerEni());
        assertTrue(capacity.exclusivePods() + 1 <= limits.enis());
        assertTrue(capacity.memberPods() + limits.enis() <= limits.totalEnis());
        assertTrue(capacity.mostMemberPods() == 0 || capacity.mostMemberPods() + 2 <= limits.totalEnis());
        assertTrue(capacity.erdmaEnis() <= limits.erdmaEnis());
    }

    @Property
    void a_part_is_never_more_than_the_whole(@ForAll("limits") InstanceLimits limits, @ForAll("caps") EniCap cap) {
        var capacity = new Capacity(limits, cap);
        assertTrue(capacity.erdmaEnis() <= capacity.sharedEnis());
        assertTrue(capacity.erdmaPods() <= capacity.sharedPods());
        assertTrue(capacity.memberPods() <= capacity.mostMemberPods());
        assertTrue(capacity.sharedEnis() <= cap.most());
    }

    @Property
    void uncapped_sharing_is_counted_on_the_fingers(@ForAll("limits") InstanceLimits limits) {
        int pods = 0;
        for (int eni = 1; eni < limits.enis(); eni++) {
            for (int ip = 0; ip < limits.ipv4PerEni(); ip++) {
                pods++;
            }
        }
        assertEquals(pods, Capacity.of(limits).sharedPods());
    }

    @Property
    void a_cap_takes_and_never_gives(@ForAll("limits") InstanceLimits limits, @ForAll("caps") EniCap cap) {
        assertTrue(new Capacity(limits, cap).sharedPods() <= Capacity.of(limits).sharedPods());
    }

    @Property
    void a_larger_instance_carries_no_fewer_pods(
            @ForAll("limits") InstanceLimits limits, @ForAll("caps") EniCap cap, @ForAll("growth") Growth growth) {
        var before = new Capacity(limits, cap);
        var after = new Capacity(growth.of(limits), cap);
        for (var kind : KINDS) {
            assertTrue(kind.applyAsInt(after) >= kind.applyAsInt(before), after + " after " + before);
        }
    }

    @Property
    void a_looser_cap_leaves_no_fewer_pods(
            @ForAll("limits") InstanceLimits limits,
            @ForAll("caps") EniCap cap,
            @ForAll @IntRange(max = 5) int more,
            @ForAll @IntRange(max = 20) int percent) {
        var looser =
                cap.withShare(cap.ratio() + percent / 100.0, cap.shift() + more).atMost(cap.most() + more);
        assertTrue(new Capacity(limits, looser).sharedPods() >= new Capacity(limits, cap).sharedPods());
    }

    /** Without edge cases, as below: those of six numbers times those of three would be thousands. */
    @Provide
    Arbitrary<InstanceLimits> limits() {
        var few = Arbitraries.integers().between(0, 12);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(1, 60),
                        few,
                        Arbitraries.of(true, false),
                        few)
                .as((enis, members, ipv4, ipv6, trunk, erdma) ->
                        new InstanceLimits("ecs.any", enis, enis + members, ipv4, ipv6, trunk, erdma))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<EniCap> caps() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 2),
                        Arbitraries.integers().between(-10, 10),
                        Arbitraries.integers().between(1, 50))
                .as(EniCap::new)
                .withoutEdgeCases();
    }

    /** Members need places of their own, so a larger instance has as many more in all as it has for itself. */
    @Provide
    Arbitrary<Growth> growth() {
        var some = Arbitraries.integers().between(0, 5);
        return Combinators.combine(some, some, some, some).as(Growth::new).withoutEdgeCases();
    }

    record Growth(int enis, int members, int ipv4, int erdma) {
        InstanceLimits of(InstanceLimits limits) {
            return new InstanceLimits(
                    limits.instanceType(),
                    limits.enis() + enis,
                    limits.totalEnis() + enis + members,
                    limits.ipv4PerEni() + ipv4,
                    limits.ipv6PerEni(),
                    limits.trunk(),
                    limits.erdmaEnis() + erdma);
        }
    }
}
