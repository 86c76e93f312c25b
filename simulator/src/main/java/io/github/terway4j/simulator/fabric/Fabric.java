package io.github.terway4j.simulator.fabric;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.simulator.cloud.CloudListener;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays a cable for each ENI as the cloud attaches it, moves addresses as the cloud assigns them, and pulls the cable when
 * the ENI leaves. All of it lies in namespaces whose names begin with one prefix, and goes with {@link #close}.
 */
public final class Fabric implements CloudListener, AutoCloseable {
    private final Kernel kernel;
    private final Namespaces namespaces;
    private final SimulatedCloud cloud;
    private final String prefix;
    private final BiConsumer<NetNs, LinkName> hardware;
    private final NetNs vpc;
    private final Map<InstanceId, NetNs> nodes = new TreeMap<>();
    private final Map<EniId, EniCable> cables = new TreeMap<>();
    private List<KernelObject> routed = List.of();
    private int laid;

    /** Clears away what an earlier fabric of this prefix left, and makes the VPC. */
    public Fabric(Kernel kernel, Namespaces namespaces, SimulatedCloud cloud, String prefix) {
        this(kernel, namespaces, cloud, prefix, (_, _) -> {});
    }

    /**
     * The same.
     *
     * @param hardware makes hardware of each device that a node gets, where the kernel can do that; else it stays one end of
     *     a pair, which dies with a namespace that it was moved to
     */
    public Fabric(
            Kernel kernel,
            Namespaces namespaces,
            SimulatedCloud cloud,
            String prefix,
            BiConsumer<NetNs, LinkName> hardware) {
        this.hardware = hardware;
        this.kernel = kernel;
        this.namespaces = namespaces;
        this.cloud = cloud;
        this.prefix = prefix;
        namespaces.named(prefix).forEach(namespaces::delete);
        vpc = namespaces.create(prefix + "vpc");
        apply(new DatapathPlan(List.of(
                        new KernelObject.LinkUp(vpc, new LinkName("lo")),
                        new KernelObject.Sysctl(vpc, "net/ipv4/conf/all/forwarding", "1"),
                        new KernelObject.Sysctl(vpc, "net/ipv6/conf/all/forwarding", "1"),
                        new KernelObject.Sysctl(vpc, "net/ipv4/conf/all/rp_filter", "0")))
                .steps());
    }

    public NetNs vpc() {
        return vpc;
    }

    /** A machine without any device yet; its ENIs come once the fabric listens to the cloud. */
    public synchronized NetNs addNode(InstanceId instance, String name) {
        var node = namespaces.create(prefix + name);
        nodes.put(instance, node);
        return node;
    }

    @Override
    public synchronized void eniAttached(InstanceId instance, Eni eni) {
        var node = nodes.get(instance);
        if (node == null) {
            return;
        }
        if (eni.kind() == EniKind.MEMBER) {
            onTrunk(eni, node).ifPresent(this::lay);
            return;
        }
        var cable = new EniCable(
                eni,
                vpc,
                nextEnd(),
                node,
                nextDevice(node),
                new CableWire.Own(),
                vSwitch(eni).gateways());
        lay(cable);
        hardware.accept(node, cable.nodeEnd());
        if (eni.kind() == EniKind.PRIMARY) {
            apply(cable.boot().steps());
        }
    }

    private void lay(EniCable cable) {
        cables.put(cable.eni().id(), cable);
        apply(cable.plan().steps());
    }

    @Override
    public synchronized void eniDetached(InstanceId instance, Eni eni) {
        var cable = cables.remove(eni.id());
        if (cable != null) {
            apply(cable.plan().undo());
        }
    }

    @Override
    public synchronized void addressesChanged(InstanceId instance, Eni eni) {
        var before = cables.get(eni.id());
        if (before == null) {
            return;
        }
        var now = before.carrying(eni);
        cables.put(eni.id(), now);
        var gone = new ArrayList<>(before.plan().wanted());
        gone.removeAll(now.plan().wanted());
        var come = new ArrayList<>(now.plan().wanted());
        come.removeAll(before.plan().wanted());
        var steps = new ArrayList<KernelStep>(new DatapathPlan(gone).undo());
        steps.addAll(new DatapathPlan(come).steps());
        apply(steps);
    }

    /** The VPC sends what is for a route's block to the instance's primary ENI, and believes its sources there. */
    @Override
    public synchronized void routesChanged(List<RouteEntry> available) {
        var wanted = available.stream()
                .flatMap(entry -> entry.hop() instanceof VpcNextHop.ToInstance(var instance)
                        ? primary(instance).stream().flatMap(cable -> cable.routed(entry.destination()).stream())
                        : Stream.of())
                .toList();
        var gone = new ArrayList<>(routed);
        gone.removeAll(wanted);
        var come = new ArrayList<>(wanted);
        come.removeAll(routed);
        routed = wanted;
        var steps = new ArrayList<KernelStep>(new DatapathPlan(gone).undo());
        steps.addAll(new DatapathPlan(come).steps());
        apply(steps);
    }

    private Optional<EniCable> primary(InstanceId instance) {
        var node = nodes.get(instance);
        return cables.values().stream()
                .filter(cable ->
                        cable.eni().kind() == EniKind.PRIMARY && cable.node().equals(node))
                .findFirst();
    }

    /** A member's cable runs in its trunk's, under the tag that the cloud gave it; none if it has left since. */
    private Optional<EniCable> onTrunk(Eni eni, NetNs node) {
        var attachment = cloud.eni(eni.id()).flatMap(CloudEni::attachment);
        var trunk = attachment.flatMap(EniAttachment::trunk).flatMap(id -> Optional.ofNullable(cables.get(id)));
        return trunk.map(cable -> new EniCable(
                eni,
                vpc,
                nextEnd(),
                node,
                cable.nodeEnd(),
                new CableWire.Tagged(
                        cable.vpcEnd(),
                        cable.eni().mac(),
                        new VlanId(attachment.orElseThrow().deviceIndex())),
                vSwitch(eni).gateways()));
    }

    private LinkName nextEnd() {
        return new LinkName("eni" + laid++);
    }

    /** The first name that no device of the node has: eth0 for the first, and so on, as the kernel counts. */
    private LinkName nextDevice(NetNs node) {
        var taken = cables.values().stream()
                .filter(cable -> cable.node().equals(node))
                .map(EniCable::nodeEnd)
                .toList();
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> new LinkName("eth" + number))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private VSwitch vSwitch(Eni eni) {
        return cloud.vSwitches().stream()
                .filter(vSwitch -> vSwitch.id().equals(eni.vSwitch()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(eni.id() + " lies in no vSwitch that exists"));
    }

    private void apply(List<KernelStep> steps) {
        var outcome = kernel.apply(steps);
        if (!(outcome instanceof KernelOutcome.Applied)) {
            throw new IllegalStateException("the fabric could not be laid: " + outcome);
        }
    }

    @Override
    public synchronized void close() {
        nodes.values().forEach(namespaces::delete);
        namespaces.delete(vpc);
    }
}
