package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DatapathPlanProperties {
    @Property
    void every_object_is_made_once_in_the_plans_order(@ForAll("plans") DatapathPlan plan) {
        assertEquals(
                plan.wanted(),
                plan.steps().stream()
                        .map(step -> ((KernelStep.Make) step).object())
                        .toList());
        assertEquals(plan.wanted().size(), plan.wanted().stream().distinct().count());
    }

    @Property
    void the_way_back_is_the_way_there_from_its_end_without_what_cannot_be_unmade(@ForAll("plans") DatapathPlan plan) {
        var expected = new ArrayList<KernelObject>();
        for (var object : plan.wanted()) {
            var isSetting = object instanceof KernelObject.LinkUp
                    || object instanceof KernelObject.LinkMtu
                    || object instanceof KernelObject.Sysctl;
            if (!isSetting) {
                expected.addFirst(object);
            }
        }
        assertFalse(expected.isEmpty());
        assertEquals(expected.stream().map(KernelStep.Remove::new).toList(), List.copyOf(plan.undo()));
    }

    @Property
    void a_link_is_made_before_anything_is_said_of_it(@ForAll("plans") DatapathPlan plan) {
        var made = new TreeSet<String>();
        for (var object : plan.wanted()) {
            if (object instanceof KernelObject.VethPair pair) {
                made.add(pair.ns() + " " + pair.name());
                made.add(pair.peerNs() + " " + pair.peerName());
            } else if (object instanceof KernelObject.Address address) {
                var isEni = address.link().text().equals("eth1") && address.ns().equals(Wirings.HOST);
                assertTrue(isEni || made.contains(address.ns() + " " + address.link()), plan.wanted()::toString);
            }
        }
        assertEquals(2, made.size());
    }

    @Property
    void both_namespaces_are_looked_at_and_every_setting_in_them(@ForAll("plans") DatapathPlan plan) {
        assertEquals(List.of(Wirings.HOST, Wirings.POD), plan.namespaces());
        var settings = plan.wanted().stream()
                .filter(KernelObject.Sysctl.class::isInstance)
                .count();
        assertEquals(
                settings,
                plan.namespaces().stream()
                        .mapToInt(ns -> plan.sysctlKeys(ns).size())
                        .sum());
    }

    @Property
    void dismantling_removes_every_rule_and_route_that_the_pod_had_on_the_host(
            @ForAll("pods") PodWiring pod, @ForAll("sharedByTheHost") DatapathKind kind) {
        var datapath = kind.datapath();
        assertEquals(kind, datapath.kind());
        var eni = Wirings.eni("10.0.1.253", "10.0.0.10");
        var expected = datapath.pod(pod, eni).undo().stream()
                .filter(step -> step instanceof KernelStep.Remove(var object)
                        && object.ns().equals(Wirings.HOST)
                        && (object instanceof KernelObject.Rule || object instanceof KernelObject.Route))
                .toList();
        var steps = datapath.dismantling(eni, pod.key(), pod.pod(), pod.addresses());
        assertTrue(steps.containsAll(expected), () -> expected + " in " + steps);
        assertTrue(expected.size() >= pod.addresses().all().size(), "a way to each address");
        assertEquals(new KernelStep.Retire(Wirings.HOST, pod.hostLink(), pod.alias()), steps.getLast());
    }

    /** Those whose pods have a link on the host. */
    @Provide
    Arbitrary<DatapathKind> sharedByTheHost() {
        return Arbitraries.of(DatapathKind.VETH_POLICY_ROUTE, DatapathKind.VPC_ROUTE);
    }

    @Provide
    Arbitrary<DatapathPlan> plans() {
        return Wirings.plans();
    }

    @Provide
    Arbitrary<PodWiring> pods() {
        return Wirings.pods();
    }
}
