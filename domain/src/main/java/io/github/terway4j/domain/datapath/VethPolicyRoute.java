package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
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
 *
 * <p>The pod believes that everything lies behind a gateway with a link-local address, whose hardware address it is told
 * once and for all, so nobody asks for neighbours across the pair.
 */
public final class VethPolicyRoute {
    /** Before all rules that Kubernetes' other tenants use: what is for a pod stays on the node. */
    public static final int TO_POD_PRIORITY = 512;

    /** Before the main table's 32766: what a pod sends leaves by its own ENI. */
    public static final int FROM_POD_PRIORITY = 2048;

    private static final LinkName LOOPBACK = new LinkName("lo");
    private static final Ip POD_GATEWAY_V4 = Ip.parse("169.254.1.1");
    private static final Ip POD_GATEWAY_V6 = Ip.parse("fe80::1");

    private VethPolicyRoute() {}

    /** The next hop that a pod sees. */
    public static Ip podGateway(IpFamily family) {
        return switch (family) {
            case V4 -> POD_GATEWAY_V4;
            case V6 -> POD_GATEWAY_V6;
        };
    }

    /** What the node needs once, before its first pod: forwarding, and no reverse path filter, for links to come too. */
    public static DatapathPlan node(NetNs host, List<IpFamily> families, List<LinkName> links) {
        var wanted = new ArrayList<KernelObject>();
        var names = new ArrayList<>(List.of("all", "default"));
        links.forEach(link -> names.add(link.text()));
        for (var name : names) {
            if (families.contains(IpFamily.V4)) {
                wanted.add(new Sysctl(host, "net/ipv4/conf/" + name + "/forwarding", "1"));
                wanted.add(new Sysctl(host, "net/ipv4/conf/" + name + "/rp_filter", "0"));
            }
            if (families.contains(IpFamily.V6)) {
                wanted.add(new Sysctl(host, "net/ipv6/conf/" + name + "/disable_ipv6", "0"));
                wanted.add(new Sysctl(host, "net/ipv6/conf/" + name + "/forwarding", "1"));
            }
        }
        return new DatapathPlan(wanted);
    }

    /** What an ENI needs once, before its first pod: to be up, and a table whose only way leads to its gateway. */
    public static DatapathPlan eni(EniWiring eni) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new LinkMtu(eni.host(), eni.link(), eni.mtu()));
        for (var family : eni.gateways().families()) {
            switch (family) {
                case V4 -> {
                    wanted.add(new Sysctl(eni.host(), "net/ipv4/conf/" + eni.link() + "/forwarding", "1"));
                    wanted.add(new Sysctl(eni.host(), "net/ipv4/conf/" + eni.link() + "/rp_filter", "0"));
                }
                case V6 -> {
                    // The kernel would try its link-local address out for a second or two, and could not ask for the
                    // gateway meanwhile. The VPC gives no address twice.
                    wanted.add(new Sysctl(eni.host(), "net/ipv6/conf/" + eni.link() + "/accept_dad", "0"));
                    wanted.add(new Sysctl(eni.host(), "net/ipv6/conf/" + eni.link() + "/disable_ipv6", "0"));
                    wanted.add(new Sysctl(eni.host(), "net/ipv6/conf/" + eni.link() + "/accept_ra", "0"));
                    wanted.add(new Sysctl(eni.host(), "net/ipv6/conf/" + eni.link() + "/forwarding", "1"));
                }
            }
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

    /** What one pod needs, once its ENI has what it needs. */
    public static DatapathPlan pod(PodWiring pod, EniWiring eni) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new VethPair(
                eni.host(),
                pod.hostLink(),
                pod.hostMac(),
                pod.netns(),
                pod.key().interfaceName(),
                pod.podMac(),
                pod.mtu(),
                pod.alias()));
        wanted.addAll(insidePod(pod));
        wanted.add(new LinkUp(eni.host(), pod.hostLink()));
        wanted.addAll(shapers(pod, eni.host()));
        wanted.addAll(insideHost(eni.host(), pod.hostLink(), pod.podMac(), pod.addresses(), eni.table()));
        return new DatapathPlan(wanted);
    }

    /**
     * The steps that end an attachment, whatever is left of it, from what a lease remembers. Rules and routes first:
     * with them traffic stops. The pod's own namespace is left alone: its end of the pair goes with the host's.
     */
    public static List<KernelStep> dismantling(
            NetNs host, AttachmentKey key, PodRef pod, DualStack<Ip> addresses, int table) {
        var link = VethNames.hostEnd(pod, key.interfaceName());
        var steps = new ArrayList<KernelStep>(
                new DatapathPlan(insideHost(host, link, VethNames.podMac(key), addresses, table)).undo());
        steps.add(new KernelStep.Retire(host, link, Ownership.alias(key)));
        return steps;
    }

    /**
     * The steps that turn what pods send to the table of their ENI where rules of ours send it to another: an ENI that
     * left and came back has another interface index. None where all is well.
     */
    public static List<KernelStep> turning(KernelState host, Collection<Ip> addresses, int table) {
        var steps = new ArrayList<KernelStep>();
        for (var ip : addresses) {
            var wanted = fromPod(host.ns(), Cidr.host(ip), table);
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

    private static Rule fromPod(NetNs host, Cidr pod, int table) {
        return new Rule(
                host, FROM_POD_PRIORITY, RuleSelector.from(pod), new RuleAction.Lookup(table), Ownership.PROTOCOL);
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
            wanted.add(new Neighbour(ns, link, podGateway(family), pod.hostMac()));
            wanted.add(new Route(
                    ns,
                    RouteTables.MAIN,
                    Cidr.any(family),
                    new NextHop.Via(podGateway(family), link),
                    Ownership.PROTOCOL));
        }
        return wanted;
    }

    private static List<KernelObject> insideHost(
            NetNs host, LinkName link, Mac podMac, DualStack<Ip> addresses, int table) {
        var wanted = new ArrayList<KernelObject>();
        for (var ip : addresses.all()) {
            var cidr = Cidr.host(ip);
            wanted.add(new Neighbour(host, link, ip, podMac));
            wanted.add(new Route(host, RouteTables.MAIN, cidr, new NextHop.Direct(link), Ownership.PROTOCOL));
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

    private static List<KernelObject> shapers(PodWiring pod, NetNs host) {
        var wanted = new ArrayList<KernelObject>();
        var limit = pod.bandwidth();
        if (limit.egress().limited()) {
            wanted.add(new Shaper(pod.netns(), pod.key().interfaceName(), Tbf.shaping(limit.egress(), pod.mtu())));
        }
        if (limit.ingress().limited()) {
            wanted.add(new Shaper(host, pod.hostLink(), Tbf.shaping(limit.ingress(), pod.mtu())));
        }
        return wanted;
    }
}
