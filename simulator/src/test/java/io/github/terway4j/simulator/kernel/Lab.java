package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;

/** A machine and few words to wire it with. What is made on it must be taken by the kernel. */
final class Lab {
    private static final int PROTOCOL = 4;

    final SimulatedMachine machine = new SimulatedMachine();
    private int macs;

    NetNs ns(String name) {
        return machine.namespaces().create(name);
    }

    /** A veth pair, both ends up. */
    Lab wire(NetNs one, String name, NetNs other, String otherName) {
        var here = new LinkName(name);
        var there = new LinkName(otherName);
        return make(
                new KernelObject.VethPair(one, here, nextMac(), other, there, nextMac(), new Mtu(1500), ""),
                new KernelObject.LinkUp(one, here),
                new KernelObject.LinkUp(other, there));
    }

    Lab up(NetNs ns, String link) {
        return make(new KernelObject.LinkUp(ns, new LinkName(link)));
    }

    Lab address(NetNs ns, String link, String address) {
        return make(new KernelObject.Address(ns, new LinkName(link), InterfaceAddress.parse(address)));
    }

    Lab noAddress(NetNs ns, String link, String address) {
        return unmake(new KernelObject.Address(ns, new LinkName(link), InterfaceAddress.parse(address)));
    }

    Lab direct(NetNs ns, String destination, String link) {
        return make(route(ns, RouteTables.MAIN, destination, new NextHop.Direct(new LinkName(link))));
    }

    Lab via(NetNs ns, String destination, String gateway, String link) {
        return via(ns, RouteTables.MAIN, destination, gateway, link);
    }

    Lab via(NetNs ns, int table, String destination, String gateway, String link) {
        return make(route(ns, table, destination, new NextHop.Via(Ip.parse(gateway), new LinkName(link))));
    }

    Lab blackhole(NetNs ns, String destination) {
        return make(route(ns, RouteTables.MAIN, destination, new NextHop.Blackhole()));
    }

    Lab rule(NetNs ns, int priority, RuleSelector selector, int table) {
        return make(new KernelObject.Rule(ns, priority, selector, new RuleAction.Lookup(table), PROTOCOL));
    }

    Lab neighbour(NetNs ns, String link, String ip, Mac mac) {
        return make(new KernelObject.Neighbour(ns, new LinkName(link), Ip.parse(ip), mac));
    }

    Lab set(NetNs ns, String key, int value) {
        return make(new KernelObject.Sysctl(ns, "net/" + key, Integer.toString(value)));
    }

    Lab make(KernelObject... objects) {
        return apply(new DatapathPlan(List.of(objects)).steps());
    }

    Lab make(DatapathPlan plan) {
        return apply(plan.steps());
    }

    Lab unmake(KernelObject object) {
        return apply(List.of(new KernelStep.Remove(object)));
    }

    String refusal(KernelObject object) {
        var outcome = machine.kernel().apply(List.of(new KernelStep.Make(object)));
        return assertInstanceOf(KernelOutcome.Refused.class, outcome).words();
    }

    KernelState seen(NetNs ns, String... sysctls) {
        return assertInstanceOf(Observation.Seen.class, machine.kernel().observe(ns, List.of(sysctls)))
                .state();
    }

    Walk walk(NetNs from, String destination) {
        return machine.packets().walk(from, Ip.parse(destination));
    }

    Walk walk(NetNs from, String source, String destination) {
        return machine.packets().walk(from, Ip.parse(source), Ip.parse(destination));
    }

    void arrives(NetNs from, NetNs to, String destination) {
        var walk = walk(from, destination);
        assertEquals(true, walk.deliveredTo(to), walk.words());
    }

    void arrives(NetNs from, NetNs to, String source, String destination) {
        var walk = walk(from, source, destination);
        assertEquals(true, walk.deliveredTo(to), walk.words());
    }

    /** The walk ends in that namespace for that reason. */
    static void ends(Walk walk, NetNs in, DropReason why) {
        var end = assertInstanceOf(WalkEnd.Dropped.class, walk.end(), walk.words());
        assertEquals(why, end.reason(), walk.words());
        assertEquals(in, end.ns(), walk.words());
    }

    static KernelObject.Route route(NetNs ns, int table, String destination, NextHop hop) {
        return new KernelObject.Route(ns, table, Cidr.parse(destination), hop, PROTOCOL);
    }

    Mac nextMac() {
        return Mac.local(0xab0000 + ++macs);
    }

    private Lab apply(List<KernelStep> steps) {
        assertEquals(new KernelOutcome.Applied(), machine.kernel().apply(steps));
        return this;
    }
}
