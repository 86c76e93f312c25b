package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.WatchedTraffic;

/**
 * A kernel in memory, with as many namespaces as wanted: pods, nodes, a VPC. What one test does on its machine no other
 * sees. All of it may be used from any thread, one at a time.
 */
public final class SimulatedMachine {
    /** {@code RTPROT_STATIC}. */
    private static final int OTHERS = 4;

    private final SimulatedNamespaces namespaces = new SimulatedNamespaces();
    private final SimulatedKernel kernel = new SimulatedKernel(namespaces);
    private final PacketWalk packets = new PacketWalk(namespaces);
    private final SimulatedTraffic traffic = new SimulatedTraffic(packets);

    public Kernel kernel() {
        return kernel;
    }

    /** From now on its kernel has never heard of such links, as one without their module. */
    public void forget(LinkKind kind) {
        kernel.forget(kind);
    }

    /** From now on its kernel's filters cannot handle tags, as those of one without the module. */
    public void forgetTags() {
        kernel.forgetTags();
    }

    public Namespaces namespaces() {
        return namespaces;
    }

    public Traffic traffic() {
        return traffic;
    }

    public WatchedTraffic watchedTraffic() {
        return traffic;
    }

    public PacketWalk packets() {
        return packets;
    }

    /**
     * Plugs hardware in, such as an ENI: a link of no kind, which is down.
     *
     * @return its interface index
     * @throws IllegalArgumentException if there is no such namespace, or the name is taken
     */
    public int plug(NetNs ns, LinkName name, Mac mac, Mtu mtu, Segment segment) {
        synchronized (namespaces) {
            var stack =
                    namespaces.stack(ns).orElseThrow(() -> new IllegalArgumentException("there is no namespace " + ns));
            if (stack.device(name).isPresent()) {
                throw new IllegalArgumentException("there is a link " + name + " in " + ns + " already");
            }
            return stack.add(name, "", mac, mtu.bytes(), segment).index();
        }
    }

    /** Makes hardware of one end of a pair: it is of no kind, and outlives a namespace that it was moved to. */
    public void harden(NetNs ns, LinkName name) {
        synchronized (namespaces) {
            namespaces.stack(ns).flatMap(stack -> stack.device(name)).ifPresent(Device::harden);
        }
    }

    /** Sets a link down, as somebody else on the node might; with it go what Linux lets go. None is no error. */
    public void turnDown(NetNs ns, LinkName name) {
        synchronized (namespaces) {
            namespaces.stack(ns).ifPresent(stack -> stack.device(name).ifPresent(stack::turnDown));
        }
    }

    /** Makes a route that refuses, as somebody else on the node might, where no other stands. */
    public void refuse(NetNs ns, int table, Cidr destination, Refusal how) {
        synchronized (namespaces) {
            namespaces.stack(ns).ifPresent(stack -> new RouteMaking(stack).refuse(table, destination, how, OTHERS));
        }
    }

    /** Pulls a link out, with all that is on it; one that is gone is no error. */
    public void unplug(NetNs ns, LinkName name) {
        synchronized (namespaces) {
            namespaces.stack(ns).flatMap(stack -> stack.device(name)).ifPresent(VethPairs::delete);
        }
    }
}
