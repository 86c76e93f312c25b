package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The wiring of a pod with a whole ENI: the device itself moves into the pod, and a veth pair leads to the host for what the
 * host's stack has to answer.
 *
 * <p>The pair is made first and retired last. So whatever else is there of an attachment, wherever the agent has died, the
 * host shows by the pair's mark whose it is; and the device carries its way home with it, for the case that its namespace
 * dies.
 */
public record ExclusiveEni() implements Datapath {
    /** The pod's end of the pair, for the first of its interfaces. */
    static final LinkName TO_HOST = new LinkName("veth1");

    private static final LinkName FIRST = new LinkName("eth0");

    @Override
    public DatapathKind kind() {
        return DatapathKind.EXCLUSIVE_ENI;
    }

    @Override
    public boolean lendsDevice() {
        return true;
    }

    /** Nothing: what it has, it gets in the pod. */
    @Override
    public DatapathPlan eni(EniWiring eni) {
        return new DatapathPlan(List.of());
    }

    @Override
    public DatapathPlan pod(PodWiring pod, EniWiring eni) {
        var wanted = new ArrayList<KernelObject>();
        wanted.add(new VethPair(
                eni.host(),
                pod.hostLink(),
                pod.hostMac(),
                pod.netns(),
                toHost(pod.key()),
                pod.podMac(),
                pod.mtu(),
                pod.alias()));
        wanted.add(moved(pod.netns(), eni, pod.key()));
        wanted.add(new LinkMtu(pod.netns(), pod.key().interfaceName(), pod.mtu()));
        wanted.addAll(PodInterface.inTheVpc(pod, eni));
        wanted.addAll(byHost(pod, eni));
        wanted.add(new LinkUp(eni.host(), pod.hostLink()));
        wanted.addAll(inHost(eni.host(), pod.key(), pod.pod(), pod.addresses()));
        return new DatapathPlan(wanted);
    }

    /** For a namespace that is gone: the device is in the host's then, and the pair with it is not. */
    @Override
    public List<KernelStep> dismantling(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var steps = new ArrayList<>(new DatapathPlan(inHost(eni.host(), key, pod, addresses)).undo());
        steps.add(new KernelStep.Restore(eni.host(), eni.mac(), new WayHome(key, eni.link())));
        steps.add(new KernelStep.Retire(eni.host(), VethNames.hostEnd(pod, key.interfaceName()), Ownership.alias(key)));
        return steps;
    }

    /**
     * What comes before that while the sandbox is still there: what it was lent goes home. By what is seen of the sandbox
     * alone, so that it needs no memory of which device that was.
     */
    public static List<KernelStep> homecoming(KernelState sandbox, NetNs host, AttachmentKey key) {
        return sandbox.links().stream()
                .flatMap(link -> Ownership.moved(link.alias())
                        .filter(wayHome -> wayHome.key().equals(key))
                        .map(wayHome ->
                                new MovedLink(sandbox.ns(), link.name(), link.mac(), host, wayHome.homeName(), key))
                        .stream())
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    @Override
    public List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring eni) {
        return List.of();
    }

    private static MovedLink moved(NetNs sandbox, EniWiring eni, AttachmentKey key) {
        return new MovedLink(sandbox, key.interfaceName(), eni.mac(), eni.host(), eni.link(), key);
    }

    /** The way to the host, its own addresses, and whatever its stack has to answer. */
    private static List<KernelObject> byHost(PodWiring pod, EniWiring eni) {
        var ns = pod.netns();
        var toHost = toHost(pod.key());
        var wanted = new ArrayList<KernelObject>();
        if (pod.addresses().has(IpFamily.V6)) {
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + toHost + "/accept_dad", "0"));
            wanted.add(new Sysctl(ns, "net/ipv6/conf/" + toHost + "/disable_ipv6", "0"));
        }
        pod.addresses().all().forEach(ip -> wanted.add(new Address(ns, toHost, InterfaceAddress.host(ip))));
        wanted.add(new LinkUp(ns, toHost));
        for (var family : pod.addresses().families()) {
            var gateway = PodVeth.gateway(family);
            wanted.add(new Neighbour(ns, toHost, gateway, pod.hostMac()));
            Stream.concat(
                            eni.hostAddresses().get(family).stream().map(Cidr::host),
                            pod.reach().byHost().stream().filter(cidr -> cidr.family() == family))
                    .distinct()
                    .forEach(cidr -> wanted.addAll(PodInterface.ways(pod, cidr, new NextHop.Via(gateway, toHost))));
        }
        return wanted;
    }

    private static LinkName toHost(AttachmentKey key) {
        return key.interfaceName().equals(FIRST) ? TO_HOST : VethNames.toHost(key);
    }

    private static List<KernelObject> inHost(NetNs host, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var link = VethNames.hostEnd(pod, key.interfaceName());
        return addresses.all().stream()
                .flatMap(ip -> PodVeth.wayTo(host, link, VethNames.podMac(key), ip).stream())
                .toList();
    }
}
