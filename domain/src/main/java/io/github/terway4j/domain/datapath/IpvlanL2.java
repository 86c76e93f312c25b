package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The wiring of a pod with a secondary address of a shared ENI by an IPvlan slave of it. Slaves reach each other and the
 * VPC, but not what has its address on the ENI itself; so the host has a slave of its own beside them, and what is for the
 * host's stack is turned round at the ENI and comes in there.
 */
public record IpvlanL2() implements Datapath {
    private static final int V4_PRIORITY = 40_000;
    private static final int V6_PRIORITY = 40_001;

    @Override
    public DatapathKind kind() {
        return DatapathKind.IPVLAN_L2;
    }

    @Override
    public boolean standsBeyond() {
        return true;
    }

    /** The host's own slave. */
    static LinkName hostSlave(EniWiring eni) {
        return new LinkName("ipvl_" + eni.interfaceIndex());
    }

    @Override
    public DatapathPlan eni(EniWiring eni) {
        var host = eni.host();
        var slave = hostSlave(eni);
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new LinkMtu(host, eni.link(), eni.mtu()));
        eni.gateways().families().forEach(family -> wanted.addAll(Forwarding.device(host, eni.link(), family)));
        wanted.add(new LinkUp(host, eni.link()));
        wanted.add(new IpvlanLink(host, slave, host, eni.link(), Arp.OFF, Ownership.NODE_ALIAS));
        eni.gateways().families().forEach(family -> wanted.addAll(Forwarding.device(host, slave, family)));
        eni.hostAddresses().all().forEach(ip -> wanted.add(new Address(host, slave, InterfaceAddress.host(ip))));
        wanted.add(new LinkUp(host, slave));
        eni.byHost().stream()
                .filter(cidr -> eni.gateways().has(cidr.family()))
                .forEach(cidr -> wanted.add(turnedRound(cidr, eni)));
        return new DatapathPlan(wanted);
    }

    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring eni) {
        var ns = pod.netns();
        var link = pod.key().interfaceName();
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new IpvlanLink(ns, link, eni.host(), eni.link(), Arp.ON, pod.farAlias()));
        wanted.addAll(PodInterface.inTheVpc(pod, eni));
        for (var family : pod.addresses().families()) {
            eni.hostAddresses().get(family).ifPresent(own -> {
                // All slaves have their parent's hardware address, and the kernel tells them apart by what they carry.
                wanted.add(new Neighbour(ns, link, own, eni.mac()));
                wanted.addAll(PodInterface.ways(pod, Cidr.host(own), new NextHop.Direct(link)));
            });
        }
        pod.reach().byHost().forEach(cidr -> wanted.add(turnedRound(cidr, eni)));
        wanted.addAll(inHost(eni, pod.addresses()));
        wanted.addAll(EniQueues.sortedAtTheEni(pod, eni));
        return new DatapathPlan(wanted);
    }

    /**
     * The slave does not wait for its namespace to die: two slaves of an ENI cannot have one address. What is turned round
     * serves all pods.
     */
    @Override
    public List<KernelStep> dismantling(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var steps = new ArrayList<KernelStep>(List.of(new KernelStep.Withdraw(eni.host(), key)));
        steps.addAll(new DatapathPlan(List.copyOf(inHost(eni, addresses))).undo());
        return steps;
    }

    /**
     * Where nobody is on the ENI, nobody finds any more by the host what was once turned round, and is not wanted now.
     */
    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring eni) {
        return addresses.isEmpty()
                ? host.filters().stream()
                        .filter(filter -> isOurs(filter, eni) && !isWanted(filter, eni))
                        .<KernelStep>map(KernelStep.Remove::new)
                        .toList()
                : List.of();
    }

    private static boolean isOurs(Filter filter, EniWiring eni) {
        return filter.link().equals(eni.link())
                && filter.hook() == Hook.EGRESS
                && (filter.priority() == V4_PRIORITY || filter.priority() == V6_PRIORITY)
                && filter.action().equals(new FilterAction.RedirectIn(hostSlave(eni)));
    }

    private static boolean isWanted(Filter filter, EniWiring eni) {
        return filter.match() instanceof FilterMatch.To(var cidr)
                && eni.byHost().contains(cidr);
    }

    private static Filter turnedRound(Cidr cidr, EniWiring eni) {
        var priority = switch (cidr.family()) {
            case V4 -> V4_PRIORITY;
            case V6 -> V6_PRIORITY;
        };
        return new Filter(
                eni.host(),
                eni.link(),
                Hook.EGRESS,
                priority,
                new FilterMatch.To(cidr),
                new FilterAction.RedirectIn(hostSlave(eni)));
    }

    private static List<Route> inHost(EniWiring eni, DualStack<Ip> addresses) {
        return addresses.all().stream()
                .map(ip -> PodInterface.route(eni.host(), Cidr.host(ip), new NextHop.Direct(hostSlave(eni))))
                .toList();
    }
}
