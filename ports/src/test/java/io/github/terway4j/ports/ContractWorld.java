package io.github.terway4j.ports;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;

/** A node with one ENI, whose wire leads into a namespace that plays the VPC, and a pod to be wired there. */
record ContractWorld(NetNs host, NetNs vpc, NetNs pod, int eniIndex) {
    static final DualStack<Boolean> V4 = DualStack.v4(true);
    static final DualStack<Boolean> V6 = DualStack.v6(true);
    static final DualStack<Boolean> DUAL = DualStack.both(true, true);

    private static final LinkName ENI = new LinkName("eth1");
    private static final LinkName POD_LINK = new LinkName("eth0");
    private static final Mtu MTU = new Mtu(1500);
    private static final DualStack<Ip> GATEWAYS = DualStack.both(Ip.parse("10.0.1.253"), Ip.parse("2001:db8:1::fffd"));
    private static final DualStack<Ip> HOST_ADDRESSES = DualStack.both(Ip.parse("10.0.0.10"), Ip.parse("2001:db8::10"));
    private static final DualStack<Ip> POD_ADDRESSES =
            DualStack.both(Ip.parse("10.0.1.20"), Ip.parse("2001:db8:1::20"));

    static ContractWorld on(KernelBench bench) {
        var host = bench.namespace("host");
        var vpc = bench.namespace("vpc");
        var pod = bench.namespace("pod");
        bench.made(pair(host, ENI.text(), vpc, "node"));
        var index = bench.seen(host).link(ENI).orElseThrow().index();
        return new ContractWorld(host, vpc, pod, index);
    }

    /** A pair that carries no mark. */
    static VethPair pair(NetNs ns, String name, NetNs peerNs, String peerName) {
        return pair(ns, name, peerNs, peerName, "");
    }

    static VethPair pair(NetNs ns, String name, NetNs peerNs, String peerName, String alias) {
        return new VethPair(
                ns,
                new LinkName(name),
                Mac.local(name.hashCode()),
                peerNs,
                new LinkName(peerName),
                Mac.local(peerName.hashCode()),
                MTU,
                alias);
    }

    DatapathPlan nodePlan(DualStack<Boolean> families) {
        return new VethPolicyRoute().node(host, List.copyOf(families.families()), List.of(ENI));
    }

    DatapathPlan eniPlan(DualStack<Boolean> families) {
        return new VethPolicyRoute().eni(eni(families));
    }

    DatapathPlan podPlan(DualStack<Boolean> families) {
        return new VethPolicyRoute().pod(wiring(families), eni(families));
    }

    private EniWiring eni(DualStack<Boolean> families) {
        return new EniWiring(host, ENI, eniIndex, only(families, GATEWAYS), only(families, HOST_ADDRESSES), MTU);
    }

    private PodWiring wiring(DualStack<Boolean> families) {
        return new PodWiring(
                new AttachmentKey("c0ffee", POD_LINK),
                new PodRef("default", "web"),
                pod,
                only(families, POD_ADDRESSES),
                MTU,
                new BandwidthLimit(Rate.ofBitsPerSecond(10_000_000), Rate.ofBitsPerSecond(20_000_000)));
    }

    private static DualStack<Ip> only(DualStack<Boolean> families, DualStack<Ip> all) {
        return DualStack.ofIps(families.families().stream()
                .flatMap(family -> all.get(family).stream())
                .toList());
    }
}
