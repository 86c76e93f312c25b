package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The wiring of a pod with a secondary address of a shared ENI: a veth pair to the host, and rules there that send what
 * comes from the pod's address out of its ENI and what is for it into the pod.
 */
public record VethPolicyRoute() implements Datapath {
    /** Before all rules that Kubernetes' other tenants use: what is for a pod stays on the node. */
    public static final int TO_POD_PRIORITY = 512;

    /** Before the main table's 32766: what a pod sends leaves by its own ENI. */
    public static final int FROM_POD_PRIORITY = 2048;

    @Override
    public DatapathKind kind() {
        return DatapathKind.VETH_POLICY_ROUTE;
    }

    /** To be up, and a table whose only way leads to its gateway. */
    @Override
    public DatapathPlan eni(EniWiring eni) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new LinkMtu(eni.host(), eni.link(), eni.mtu()));
        for (var family : eni.gateways().families()) {
            wanted.addAll(Forwarding.device(eni.host(), eni.link(), family));
        }
        for (var ip : eni.hostAddresses().all()) {
            wanted.add(new Address(eni.host(), eni.link(), InterfaceAddress.host(ip)));
        }
        wanted.add(new LinkUp(eni.host(), eni.link()));
        for (var gateway : eni.gateways().all()) {
            wanted.add(new Route(
                    eni.host(),
                    eni.table(),
                    Cidr.any(gateway.family()),
                    new NextHop.Via(gateway, eni.link()),
                    Ownership.PROTOCOL));
        }
        return new DatapathPlan(wanted);
    }

    @Override
    public DualStack<Ip> gateways(EniWiring eni) {
        return PodVeth.gateways(eni);
    }

    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring eni) {
        var mac = podMac(pod.key(), eni);
        var wanted = new ArrayList<>(PodVeth.pair(pod, eni.host(), mac));
        wanted.addAll(insideHost(eni.host(), pod.hostLink(), mac, pod.addresses(), eni.table()));
        wanted.addAll(EniQueues.sortedAtTheEni(pod, eni));
        return new DatapathPlan(wanted);
    }

    @Override
    public LimitPlaces limits(PodWiring pod, NetNs host) {
        return LimitPlaces.byVeth(pod, host);
    }

    /** Rules and routes first. The pod's own namespace is left alone: its end of the pair goes with the host's. */
    @Override
    public List<KernelStep> dismantling(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var link = VethNames.hostEnd(pod, key.interfaceName());
        var inside = insideHost(eni.host(), link, podMac(key, eni), addresses, eni.table());
        var steps = new ArrayList<>(new DatapathPlan(inside).undo());
        steps.add(new KernelStep.Retire(eni.host(), link, Ownership.alias(key)));
        return steps;
    }

    /**
     * Turns what pods send to the table of their ENI where rules of ours send it to another: an ENI that left and came
     * back has another interface index.
     */
    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring eni) {
        var steps = new ArrayList<KernelStep>();
        for (var ip : addresses) {
            var wanted = fromPod(host.ns(), Cidr.host(ip), eni.table());
            host.rules().stream()
                    .filter(rule -> rule.selector().equals(wanted.selector())
                            && rule.protocol() == wanted.protocol()
                            && rule.priority() == wanted.priority()
                            && !rule.equals(wanted))
                    .forEach(rule -> {
                        steps.add(new KernelStep.Make(wanted));
                        steps.add(new KernelStep.Remove(rule));
                    });
        }
        return steps;
    }

    /** The ENI's table is whoever's it was first. What says the same as ours, as Terway's does that was here before, is no other's. */
    @Override
    public List<Route> inTheWay(KernelState host, EniWiring eni) {
        return host.routes().stream()
                .filter(route -> route.table() == eni.table() && route.protocol() != Ownership.PROTOCOL)
                .filter(route -> eni(eni).wanted().stream().noneMatch(object -> saysTheSame(object, route)))
                .toList();
    }

    private static boolean saysTheSame(KernelObject ours, Route theirs) {
        return ours instanceof Route route
                && route.table() == theirs.table()
                && route.destination().equals(theirs.destination())
                && route.hop().equals(theirs.hop());
    }

    private static List<KernelObject> insideHost(
            NetNs host, LinkName link, Mac podMac, DualStack<Ip> addresses, int table) {
        var wanted = new ArrayList<KernelObject>();
        for (var ip : addresses.all()) {
            var cidr = Cidr.host(ip);
            wanted.addAll(PodVeth.wayTo(host, link, podMac, ip));
            wanted.add(new Rule(
                    host,
                    TO_POD_PRIORITY,
                    RuleSelector.to(cidr),
                    new RuleAction.Lookup(RouteTables.MAIN),
                    Ownership.PROTOCOL));
            wanted.add(fromPod(host, cidr, table));
        }
        return wanted;
    }

    private static Rule fromPod(NetNs host, Cidr pod, int table) {
        return new Rule(
                host, FROM_POD_PRIORITY, RuleSelector.from(pod), new RuleAction.Lookup(table), Ownership.PROTOCOL);
    }
}
