package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;

/** An interface inside a pod that stands in the VPC itself: its neighbours are the VPC's business, its gateway the vSwitch's. */
final class PodInterface {
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
        var limit = pod.bandwidth().egress();
        if (limit.limited()) {
            wanted.add(new Shaper(ns, link, Tbf.shaping(limit, pod.mtu())));
        }
        return wanted;
    }

    /** The pod's ways to all that lies behind this interface's gateway. */
    static List<Route> behind(PodWiring pod, NextHop.Via gateway) {
        var family = gateway.gateway().family();
        var ways = new ArrayList<Route>();
        pod.reach().besides().stream()
                .filter(cidr -> cidr.family() == family)
                .forEach(cidr -> ways.add(route(pod.netns(), cidr, gateway)));
        if (pod.reach().defaultRoute()) {
            ways.add(route(pod.netns(), Cidr.any(family), gateway));
        }
        return ways;
    }

    static Route route(NetNs ns, Cidr destination, NextHop hop) {
        return new Route(ns, RouteTables.MAIN, destination, hop, Ownership.PROTOCOL);
    }
}
