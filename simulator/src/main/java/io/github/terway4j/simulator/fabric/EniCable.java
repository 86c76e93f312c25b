package io.github.terway4j.simulator.fabric;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.ArrayList;
import java.util.List;

/**
 * One ENI as a cable between the VPC and a node.
 *
 * @param vpcEnd the VPC's end
 * @param nodeEnd the device that the node sees; of a member that of its trunk
 */
record EniCable(
        Eni eni, NetNs vpc, LinkName vpcEnd, NetNs node, LinkName nodeEnd, CableWire wire, DualStack<Ip> gateways) {
    private static final Mtu MTU = new Mtu(1500);

    /** {@code RTPROT_STATIC}: an administrator's. */
    private static final int STATIC = 4;

    private static final int ASSIGNED_SOURCE_PRIORITY = 1000;
    private static final int ANY_OTHER_SOURCE_PRIORITY = 2000;

    /** The VPC answers for its gateway, sends each assigned address down this cable, and believes no other source. */
    DatapathPlan plan() {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(link());
        wanted.add(new Sysctl(vpc, "net/ipv4/conf/" + vpcEnd + "/forwarding", "1"));
        // Not by a strict rp_filter: it would also leave the node's ARP requests unanswered, which come from the node's
        // own address whatever the ENI.
        wanted.add(new Sysctl(vpc, "net/ipv4/conf/" + vpcEnd + "/rp_filter", "0"));
        if (gateways.has(IpFamily.V6)) {
            wanted.add(new Sysctl(vpc, "net/ipv6/conf/" + vpcEnd + "/disable_ipv6", "0"));
            wanted.add(new Sysctl(vpc, "net/ipv6/conf/" + vpcEnd + "/forwarding", "1"));
        }
        for (var gateway : gateways.all()) {
            wanted.add(new Address(vpc, vpcEnd, InterfaceAddress.host(gateway)));
        }
        wanted.add(new LinkUp(vpc, vpcEnd));
        eni.addresses().forEach(ip -> wanted.addAll(assigned(ip)));
        eni.prefixes().forEach(prefix -> wanted.addAll(assigned(prefix)));
        for (var family : gateways.families()) {
            wanted.add(new Rule(
                    vpc,
                    ANY_OTHER_SOURCE_PRIORITY,
                    RuleSelector.all(family).arrivingOn(vpcEnd),
                    new RuleAction.Blackhole(),
                    STATIC));
        }
        return new DatapathPlan(wanted);
    }

    private KernelObject link() {
        return switch (wire) {
            case CableWire.Own _ ->
                new VethPair(
                        vpc,
                        vpcEnd,
                        Mac.local(~eni.mac().value()),
                        node,
                        nodeEnd,
                        eni.mac(),
                        MTU,
                        eni.id().text());
            case CableWire.Tagged(var trunkEnd, var _, var id) ->
                new VlanLink(vpc, vpcEnd, vpc, trunkEnd, id, eni.id().text());
        };
    }

    /** To whom frames for the node are sent. */
    private Mac nodeMac() {
        return switch (wire) {
            case CableWire.Own _ -> eni.mac();
            case CableWire.Tagged(var _, var trunkMac, var _) -> trunkMac;
        };
    }

    private List<KernelObject> assigned(Ip ip) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new Neighbour(vpc, vpcEnd, ip, nodeMac()));
        wanted.add(new Route(vpc, RouteTables.MAIN, Cidr.host(ip), new NextHop.Direct(vpcEnd), STATIC));
        wanted.add(new Rule(
                vpc,
                ASSIGNED_SOURCE_PRIORITY,
                RuleSelector.from(Cidr.host(ip)).arrivingOn(vpcEnd),
                new RuleAction.Lookup(RouteTables.MAIN),
                STATIC));
        return wanted;
    }

    /** All of it lies behind its first address. */
    private List<KernelObject> assigned(IpPrefix prefix) {
        var first = prefix.block().first();
        var wanted = new ArrayList<>(assigned(first));
        wanted.add(new Route(vpc, RouteTables.MAIN, prefix.block(), new NextHop.Via(first, vpcEnd), STATIC));
        wanted.add(new Rule(
                vpc,
                ASSIGNED_SOURCE_PRIORITY,
                RuleSelector.from(prefix.block()).arrivingOn(vpcEnd),
                new RuleAction.Lookup(RouteTables.MAIN),
                STATIC));
        return wanted;
    }

    /** What a route of the VPC to this ENI's instance adds: all of the block lies behind the ENI's own address. */
    List<KernelObject> routed(Cidr block) {
        return eni.addresses(block.family()).stream()
                .limit(1)
                .<KernelObject>mapMulti((own, wanted) -> {
                    wanted.accept(new Route(vpc, RouteTables.MAIN, block, new NextHop.Via(own, vpcEnd), STATIC));
                    wanted.accept(new Rule(
                            vpc,
                            ASSIGNED_SOURCE_PRIORITY,
                            RuleSelector.from(block).arrivingOn(vpcEnd),
                            new RuleAction.Lookup(RouteTables.MAIN),
                            STATIC));
                })
                .toList();
    }

    /**
     * What the node's own operating system does with its primary ENI at boot. The address is given without its subnet,
     * so that all goes to the gateway: in a VPC, neighbours are the VPC's business.
     */
    DatapathPlan boot() {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new LinkUp(node, new LinkName("lo")));
        if (gateways.has(IpFamily.V6)) {
            // A machine has long been up when its first pod comes; here the kernel would still be trying out its
            // link-local address, and could not ask for the gateway meanwhile.
            wanted.add(new Sysctl(node, "net/ipv6/conf/" + nodeEnd + "/accept_dad", "0"));
            wanted.add(new Sysctl(node, "net/ipv6/conf/" + nodeEnd + "/disable_ipv6", "0"));
        }
        eni.addresses().forEach(ip -> wanted.add(new Address(node, nodeEnd, InterfaceAddress.host(ip))));
        wanted.add(new LinkUp(node, nodeEnd));
        for (var gateway : gateways.all()) {
            wanted.add(new Route(
                    node, RouteTables.MAIN, Cidr.any(gateway.family()), new NextHop.Via(gateway, nodeEnd), STATIC));
        }
        return new DatapathPlan(wanted);
    }

    EniCable carrying(Eni now) {
        return new EniCable(now, vpc, vpcEnd, node, nodeEnd, wire, gateways);
    }
}
