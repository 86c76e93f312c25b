package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.ArrayList;
import java.util.List;

/**
 * The veth pair by which a pod meets its host.
 *
 * <p>The pod believes that everything lies behind a gateway with a link-local address, whose hardware address it is told
 * once and for all, so nobody asks for neighbours across the pair.
 */
public final class PodVeth {
    private static final LinkName LOOPBACK = new LinkName("lo");
    private static final Ip GATEWAY_V4 = Ip.parse("169.254.1.1");
    private static final Ip GATEWAY_V6 = Ip.parse("fe80::1");

    private PodVeth() {}

    /** The next hop that a pod sees. */
    public static Ip gateway(IpFamily family) {
        return switch (family) {
            case V4 -> GATEWAY_V4;
            case V6 -> GATEWAY_V6;
        };
    }

    static DualStack<Ip> gateways(EniWiring eni) {
        return eni.gateways().map(gateway -> gateway(gateway.family()));
    }

    /** The pair, all that the pod has, and the limits; the host's end is up, but nothing leads to it yet. */
    static List<KernelObject> pair(PodWiring pod, NetNs host, Mac podMac) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new VethPair(
                host,
                pod.hostLink(),
                pod.hostMac(),
                pod.netns(),
                pod.key().interfaceName(),
                podMac,
                pod.mtu(),
                pod.alias()));
        wanted.addAll(insidePod(pod));
        wanted.add(new LinkUp(host, pod.hostLink()));
        wanted.addAll(LimitPlaces.byVeth(pod, host).shapers(pod.bandwidth(), pod.mtu()));
        return wanted;
    }

    /** The host's way to one address of the pod. */
    static List<KernelObject> wayTo(NetNs host, LinkName link, Mac podMac, Ip ip) {
        return List.of(
                new Neighbour(host, link, ip, podMac),
                new Route(host, RouteTables.MAIN, Cidr.host(ip), new NextHop.Direct(link), Ownership.PROTOCOL));
    }

    private static List<KernelObject> insidePod(PodWiring pod) {
        var ns = pod.netns();
        var link = pod.key().interfaceName();
        var wanted = new ArrayList<KernelObject>();
        if (pod.addresses().has(IpFamily.V6)) {
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + link + "/disable_ipv6", "0"));
        }
        wanted.add(new LinkUp(ns, LOOPBACK));
        for (var ip : pod.addresses().all()) {
            wanted.add(new Address(ns, link, InterfaceAddress.host(ip)));
        }
        wanted.add(new LinkUp(ns, link));
        for (var family : pod.addresses().families()) {
            wanted.add(new Neighbour(ns, link, gateway(family), pod.hostMac()));
            if (family == IpFamily.V4 && pod.reach().defaultRoute()) {
                // Others who make a route in the pod (the reference plugin sbr) do not say "onlink".
                wanted.add(PodInterface.route(ns, Cidr.host(gateway(family)), new NextHop.Direct(link)));
            }
            wanted.addAll(PodInterface.behind(pod, new NextHop.Via(gateway(family), link)));
        }
        return wanted;
    }
}
