package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.DualStack;
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
 * One way of wiring pods: what the node, the ENI that carries their traffic, and each pod need of the kernel, and how an
 * attachment ends. The same facts give the same plan, so that what an attachment lacks can be found, and what is left of
 * it removed, long after it was made. A lease remembers by which way its pod was wired.
 */
public sealed interface Datapath permits VethPolicyRoute, VpcRoute, ExclusiveEni, IpvlanL2, TrunkVlan, TrunkTag {
    DatapathKind kind();

    /**
     * What the node needs once, before its first pod.
     *
     * @param links the devices that are there now
     */
    default DatapathPlan node(NetNs host, List<IpFamily> families, List<LinkName> links) {
        return Forwarding.node(host, families, links);
    }

    /** Whether all that a pod has of it is in the pod's own namespace, so that the host's shows no link of it. */
    default boolean standsBeyond() {
        return false;
    }

    /** Whether a pod has the ENI's device for itself, so that the host is without it meanwhile. */
    default boolean lendsDevice() {
        return false;
    }

    /**
     * The hardware address of a pod's interface. Where the ENI carries RDMA it is the ENI's own, in a pair, too: by that the
     * kernel finds which RDMA device an address belongs to.
     */
    default Mac podMac(AttachmentKey key, EniWiring eni) {
        return lendsDevice() || standsBeyond() || eni.rdma() ? eni.mac() : VethNames.podMac(key);
    }

    /** What an ENI needs once, before its first pod. */
    DatapathPlan eni(EniWiring eni);

    /** The next hops that a pod sees: what its default routes lead to. */
    default DualStack<Ip> gateways(EniWiring eni) {
        return eni.gateways();
    }

    /** What one pod needs, once its ENI has what it needs. */
    DatapathPlan pod(PodWiring pod, EniWiring eni);

    /** All that CHECK wants to see for one pod. */
    default DatapathPlan attached(PodWiring pod, EniWiring eni) {
        var wanted = new ArrayList<>(eni(eni).wanted());
        wanted.addAll(pod(pod, eni).wanted());
        return new DatapathPlan(wanted.stream().distinct().toList());
    }

    /** Where what a pod sends and receives can be held back. */
    default LimitPlaces limits(PodWiring pod, NetNs host) {
        return LimitPlaces.inThePod(pod);
    }

    /**
     * The steps that end an attachment, whatever is left of it, from what a lease remembers. First what stops its traffic.
     *
     * @param eni as it is now, which may not be as it was when the pod was wired
     */
    List<KernelStep> dismantling(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses);

    /**
     * What of an attachment is on the host, from what a lease remembers, in the order in which it can be made; of its link no
     * more than that it is up.
     */
    default DatapathPlan onHost(EniWiring eni, AttachmentKey key, PodRef pod, DualStack<Ip> addresses) {
        var wanted = new ArrayList<KernelObject>();
        if (!standsBeyond()) {
            wanted.add(new KernelObject.LinkUp(eni.host(), VethNames.hostEnd(pod, key.interfaceName())));
        }
        for (var step : dismantling(eni, key, pod, addresses).reversed()) {
            if (step instanceof KernelStep.Remove(var object)) {
                wanted.add(object);
            }
        }
        return new DatapathPlan(wanted);
    }

    /** Routes of others where the ENI's own were to be: they would be taken for ours, and ours would take their place. */
    default List<KernelObject.Route> inTheWay(KernelState host, EniWiring eni) {
        return List.of();
    }

    /**
     * The steps that make right for pods with these addresses what was right for their ENI as it was before; none where
     * all is well.
     */
    List<KernelStep> turning(KernelState host, Collection<Ip> addresses, EniWiring eni);
}
