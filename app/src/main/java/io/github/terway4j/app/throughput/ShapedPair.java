package io.github.terway4j.app.throughput;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod and its node with two cables between them. One has shapers as a pod's has: at the node's end for what the pod
 * receives, at the pod's for what it sends. The other has none.
 */
final class ShapedPair implements AutoCloseable {
    private static final String PREFIX =
            "tw4j-bandwidth-" + ProcessHandle.current().pid() + "-";
    private static final Mtu MTU = new Mtu(BandwidthMeasure.MTU);

    private final Kernel kernel;
    private final Namespaces namespaces;
    private final NetNs node;
    private final NetNs pod;

    ShapedPair(Kernel kernel, Namespaces namespaces) {
        this.kernel = kernel;
        this.namespaces = namespaces;
        node = namespaces.create(PREFIX + "node");
        pod = namespaces.create(PREFIX + "pod");
        cable(0);
        cable(1);
    }

    private void cable(int number) {
        var nodes = nodesEnd(number);
        var pods = podsEnd(number);
        var objects = new ArrayList<KernelObject>();
        objects.add(new KernelObject.VethPair(
                node, nodes, Mac.local(2L * number + 1), pod, pods, Mac.local(2L * number + 2), MTU, ""));
        objects.add(new KernelObject.LinkUp(node, nodes));
        objects.add(new KernelObject.LinkUp(pod, pods));
        for (var family : IpFamily.values()) {
            int length = family == IpFamily.V4 ? 24 : 64;
            objects.add(new KernelObject.Address(
                    node, nodes, new InterfaceAddress(address(family, number, Direction.EGRESS), length)));
            objects.add(new KernelObject.Address(
                    pod, pods, new InterfaceAddress(address(family, number, Direction.INGRESS), length)));
        }
        make(objects);
    }

    void limit(Rate rate) {
        var tbf = Tbf.shaping(rate, MTU);
        make(List.of(new KernelObject.Shaper(node, nodesEnd(0), tbf), new KernelObject.Shaper(pod, podsEnd(0), tbf)));
    }

    NetNs sender(Direction direction) {
        return switch (direction) {
            case INGRESS -> node;
            case EGRESS -> pod;
        };
    }

    NetNs receiver(Direction direction) {
        return switch (direction) {
            case INGRESS -> pod;
            case EGRESS -> node;
        };
    }

    Ip shaped(IpFamily family, Direction direction) {
        return address(family, 0, direction);
    }

    Ip unshaped(IpFamily family, Direction direction) {
        return address(family, 1, direction);
    }

    /** The receiver's. */
    private static Ip address(IpFamily family, int cable, Direction direction) {
        int host = direction == Direction.INGRESS ? 2 : 1;
        return switch (family) {
            case V4 -> Ip.parse("10.77.%d.%d".formatted(cable, host));
            case V6 -> Ip.parse("fd77:%d::%d".formatted(cable, host));
        };
    }

    private static LinkName nodesEnd(int cable) {
        return new LinkName("cali" + cable);
    }

    private static LinkName podsEnd(int cable) {
        return new LinkName("eth" + cable);
    }

    private void make(List<KernelObject> objects) {
        var outcome = kernel.apply(new DatapathPlan(objects).steps());
        if (!(outcome instanceof KernelOutcome.Applied)) {
            throw new IllegalStateException("the kernel will not have it: " + outcome);
        }
    }

    @Override
    public void close() {
        namespaces.delete(pod);
        namespaces.delete(node);
    }
}
