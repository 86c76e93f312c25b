package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;

/** An interface inside a pod that stands in the VPC itself: its neighbours are the VPC's business, its gateway the vSwitch's. */
final class PodInterface {
    /** Terway's. */
    private static final int APART_PRIORITY = 512;

    private static final LinkName LOOPBACK = new LinkName("lo");

    private PodInterface() {}

    /** All that it has once the link is there. */
    static List<KernelObject> inTheVpc(PodWiring pod, EniWiring eni) {
        var ns = pod.netns();
        var link = pod.key().interfaceName();
        var wanted = new ArrayList<KernelObject>();
        if (pod.addresses().has(IpFamily.V6)) {
            // The VPC gives no address twice, and says by other means what its gateway is.
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + link + "/accept_dad", "0"));
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + link + "/disable_ipv6", "0"));
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + link + "/accept_ra", "0"));
        }
        wanted.add(new LinkUp(ns, LOOPBACK));
        pod.addresses().all().forEach(ip -> wanted.add(new Address(ns, link, InterfaceAddress.host(ip))));
        wanted.add(new LinkUp(ns, link));
        for (var family : pod.addresses().families()) {
            eni.gateways().get(family).ifPresent(gateway -> wanted.addAll(behind(pod, new NextHop.Via(gateway, link))));
        }
        wanted.addAll(LimitPlaces.inThePod(pod).shapers(pod.bandwidth(), pod.mtu()));
        return wanted;
    }

    /** The pod's ways to all that lies behind this interface's gateway, and what turns it that way. */
    static List<KernelObject> behind(PodWiring pod, NextHop.Via gateway) {
        var family = gateway.gateway().family();
        var ways = new ArrayList<KernelObject>();
        pod.reach().besides().stream()
                .filter(cidr -> cidr.family() == family)
                .forEach(cidr -> ways.add(route(pod.netns(), cidr, gateway)));
        if (pod.reach().defaultRoute()) {
            ways.add(route(pod.netns(), Cidr.any(family), gateway));
        }
        if (pod.hasTable()) {
            ways.addAll(apart(pod, gateway, family));
        }
        return ways;
    }

    /** The pod's way to what every one of its interfaces leads to: one of them in the main table, each in its own. */
    static List<Route> ways(PodWiring pod, Cidr destination, NextHop hop) {
        var ways = new ArrayList<Route>();
        if (pod.reach().defaultRoute()) {
            ways.add(route(pod.netns(), destination, hop));
        }
        if (pod.hasTable()) {
            ways.add(new Route(pod.netns(), pod.table(), destination, hop, Ownership.PROTOCOL));
        }
        return ways;
    }

    /** The way first: a rule that leads to an empty table leads to the next rule. */
    private static List<KernelObject> apart(PodWiring pod, NextHop.Via gateway, IpFamily family) {
        var apart = new ArrayList<KernelObject>();
        apart.add(new Route(pod.netns(), pod.table(), Cidr.any(family), gateway, Ownership.PROTOCOL));
        apart.add(rule(pod, RuleSelector.all(family).leavingBy(pod.key().interfaceName())));
        pod.addresses().get(family).ifPresent(ip -> apart.add(rule(pod, RuleSelector.from(Cidr.host(ip)))));
        return apart;
    }

    private static Rule rule(PodWiring pod, RuleSelector selector) {
        return new Rule(pod.netns(), APART_PRIORITY, selector, new RuleAction.Lookup(pod.table()), Ownership.PROTOCOL);
    }

    static Route route(NetNs ns, Cidr destination, NextHop hop) {
        return new Route(ns, RouteTables.MAIN, destination, hop, Ownership.PROTOCOL);
    }
}
