package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.DUAL;
import static io.github.terway4j.ports.ContractWorld.V4;
import static io.github.terway4j.ports.ContractWorld.V6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for whole plans: there and back, once and twice, half done. */
public interface KernelPlansContract extends KernelBench {
    @Test
    default void an_ipv4_plan_applied_leaves_nothing_to_plan() {
        leavesNothingToPlan(V4);
    }

    @Test
    default void an_ipv6_plan_applied_leaves_nothing_to_plan() {
        leavesNothingToPlan(V6);
    }

    @Test
    default void a_dual_stack_plan_applied_leaves_nothing_to_plan() {
        leavesNothingToPlan(DUAL);
    }

    @Test
    default void a_plan_applied_twice_is_the_same_as_once() {
        var world = prepared(DUAL);
        var plan = world.podPlan(DUAL);
        done(plan.steps());
        var once = ofOurMaking(seen(plan));
        done(plan.steps());
        assertEquals(once, ofOurMaking(seen(plan)));
    }

    @Test
    default void undoing_an_ipv4_plan_brings_back_what_was() {
        undoBringsBackWhatWas(V4);
    }

    @Test
    default void undoing_an_ipv6_plan_brings_back_what_was() {
        undoBringsBackWhatWas(V6);
    }

    @Test
    default void undoing_a_dual_stack_plan_brings_back_what_was() {
        undoBringsBackWhatWas(DUAL);
    }

    @Test
    default void undoing_a_plan_of_which_nothing_is_there_is_no_error() {
        var world = prepared(DUAL);
        done(world.podPlan(DUAL).undo());
    }

    @Test
    default void a_plan_half_undone_is_made_whole_by_what_the_difference_says() {
        var world = prepared(DUAL);
        var plan = world.podPlan(DUAL);
        done(plan.steps());
        var undo = plan.undo();
        done(undo.subList(0, undo.size() / 2));
        var missing = missing(plan);
        assertNotEquals(List.of(), missing);
        made(missing.toArray(KernelObject[]::new));
        assertEquals(List.of(), missing(plan));
    }

    @Test
    default void what_came_before_a_refused_step_stays_and_what_comes_after_is_not_done() {
        var ns = namespace("host");
        var before = blackhole(ns, "10.1.0.0/16");
        var refused = new KernelObject.Route(
                ns,
                RouteTables.MAIN,
                Cidr.parse("10.2.0.0/16"),
                new NextHop.Direct(new LinkName("nowhere")),
                Ownership.PROTOCOL);
        var after = blackhole(ns, "10.3.0.0/16");
        var step = new KernelStep.Make(refused);
        var outcome = apply(new KernelStep.Make(before), step, new KernelStep.Make(after));
        var refusal = assertInstanceOf(KernelOutcome.Refused.class, outcome);
        assertEquals(step, refusal.step());
        assertTrue(!refusal.words().isBlank(), "a refusal says why");
        assertEquals(List.of(refused, after), missing(before, refused, after));
    }

    private ContractWorld prepared(DualStack<Boolean> families) {
        var world = ContractWorld.on(this);
        done(world.nodePlan(families).steps());
        done(world.eniPlan(families).steps());
        return world;
    }

    private void leavesNothingToPlan(DualStack<Boolean> families) {
        var world = prepared(families);
        done(world.podPlan(families).steps());
        assertEquals(List.of(), missing(world.nodePlan(families)));
        assertEquals(List.of(), missing(world.eniPlan(families)));
        assertEquals(List.of(), missing(world.podPlan(families)));
    }

    private void undoBringsBackWhatWas(DualStack<Boolean> families) {
        var world = prepared(families);
        var plan = world.podPlan(families);
        var before = ofOurMaking(seen(world));
        done(plan.steps());
        assertNotEquals(before, ofOurMaking(seen(world)));
        done(plan.undo());
        assertEquals(before, ofOurMaking(seen(world)));
    }

    private Map<NetNs, KernelState> seen(ContractWorld world) {
        var states = new TreeMap<NetNs, KernelState>();
        List.of(world.host(), world.vpc(), world.pod()).forEach(ns -> states.put(ns, seen(ns)));
        return states;
    }

    private static KernelObject.Route blackhole(NetNs ns, String destination) {
        return new KernelObject.Route(
                ns, RouteTables.MAIN, Cidr.parse(destination), new NextHop.Blackhole(), Ownership.PROTOCOL);
    }

    /** Without loopback, which a plan sets up for good, and without the link-local addresses that come by themselves. */
    private static Map<NetNs, KernelState> ofOurMaking(Map<NetNs, KernelState> states) {
        var ours = new TreeMap<NetNs, KernelState>();
        states.forEach((ns, state) -> ours.put(ns, ofOurMaking(state)));
        return ours;
    }

    private static KernelState ofOurMaking(KernelState state) {
        var loopback = new LinkName("lo");
        var linkLocal = Cidr.parse("fe80::/10");
        return new KernelState(
                state.ns(),
                state.links().stream()
                        .filter(link -> !link.name().equals(loopback))
                        .toList(),
                state.addresses().stream()
                        .filter(address -> !address.link().equals(loopback)
                                && !linkLocal.contains(address.address().ip()))
                        .toList(),
                state.routes(),
                state.rules(),
                state.neighbours(),
                state.shapers(),
                state.filters(),
                state.queueings(),
                state.sysctls());
    }
}
