package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;

/** What a pod's wiring depends on, apart from its ENI. */
public record PodWiring(
        AttachmentKey key,
        PodRef pod,
        NetNs netns,
        DualStack<Ip> addresses,
        Mtu mtu,
        BandwidthLimit bandwidth,
        Reach reach) {
    /** One that finds all behind its gateway. */
    public PodWiring(
            AttachmentKey key, PodRef pod, NetNs netns, DualStack<Ip> addresses, Mtu mtu, BandwidthLimit bandwidth) {
        this(key, pod, netns, addresses, mtu, bandwidth, Reach.ALL);
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
