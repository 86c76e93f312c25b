package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;

/**
 * What a pod's wiring depends on, apart from its ENI.
 *
 * @param podIndex of its interface in the pod; 0 while there is none
 */
public record PodWiring(
        AttachmentKey key,
        PodRef pod,
        NetNs netns,
        DualStack<Ip> addresses,
        Mtu mtu,
        BandwidthLimit bandwidth,
        Reach reach,
        Waiting waiting,
        int podIndex) {
    /** The index of a link that nobody has seen yet. */
    private static final int UNSEEN = 0;

    /** One whose interface has yet to come, and whose packets wait at the ENI as the kernel has them wait. */
    public PodWiring(
            AttachmentKey key,
            PodRef pod,
            NetNs netns,
            DualStack<Ip> addresses,
            Mtu mtu,
            BandwidthLimit bandwidth,
            Reach reach) {
        this(key, pod, netns, addresses, mtu, bandwidth, reach, Waiting.AS_USUAL, UNSEEN);
    }

    /** One that finds all behind its gateway. */
    public PodWiring(
            AttachmentKey key, PodRef pod, NetNs netns, DualStack<Ip> addresses, Mtu mtu, BandwidthLimit bandwidth) {
        this(key, pod, netns, addresses, mtu, bandwidth, Reach.ALL);
    }

    /** The same, waiting in this way. */
    public PodWiring waiting(Waiting other) {
        return new PodWiring(key, pod, netns, addresses, mtu, bandwidth, reach, other, podIndex);
    }

    /** The same, with the index that its interface has in the pod. */
    public PodWiring at(int index) {
        return new PodWiring(key, pod, netns, addresses, mtu, bandwidth, reach, waiting, index);
    }

    /** Whether the interface has to be there before all that it needs can be said. */
    public boolean isToBeSeen() {
        return reach.amongOthers() && podIndex == UNSEEN;
    }

    /** Whether the interface has a routing table of its own in the pod. */
    boolean hasTable() {
        return reach.amongOthers() && podIndex != UNSEEN;
    }

    /** Its number: like an ENI's on the host, by the interface's index in the pod. */
    int table() {
        return RouteTables.ofEni(podIndex);
    }

    public LinkName hostLink() {
        return VethNames.hostEnd(pod, key.interfaceName());
    }

    public Mac hostMac() {
        return VethNames.hostMac(key);
    }

    public Mac podMac() {
        return VethNames.podMac(key);
    }

    public String alias() {
        return Ownership.alias(key);
    }

    /** The mark where the pod's interface is all that there is of it. */
    public String farAlias() {
        return FarMark.of(key, pod, addresses.all()).alias();
    }
}
