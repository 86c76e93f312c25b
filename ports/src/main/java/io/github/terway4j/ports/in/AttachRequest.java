package io.github.terway4j.ports.in;

import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox that wants to be attached.
 *
 * @param netns by a name that may mean nothing when the call is over
 * @param bandwidth as far as the runtime sets limits
 * @param deadline how long the caller waits
 * @param configured what the runtime's network configuration says of the wiring
 * @param interfaces which networks the pod asks for, as far as is known
 * @param lasting the same namespace by the runtime's own name, by which it may be found as long as the sandbox lives
 * @param podUid tells two pods of one name apart; empty where the runtime does not say it
 */
public record AttachRequest(
        AttachmentKey key,
        PodRef pod,
        NetNs netns,
        Mtu mtu,
        BandwidthLimit bandwidth,
        Instant deadline,
        Configured configured,
        PodInterfaces interfaces,
        NetNs lasting,
        String podUid) {
    /**
     * What stands in the network configuration, where it says something.
     *
     * @param virtualType what connects the pod to a shared ENI
     * @param hostStack what the pod finds by its host's stack
     * @param queueing how packets wait at the ENI
     */
    public record Configured(Optional<VirtualType> virtualType, List<Cidr> hostStack, EniQueueing queueing) {
        public static final Configured NOTHING = new Configured(Optional.empty(), List.of());

        /** Where packets wait as they like. */
        public Configured(Optional<VirtualType> virtualType, List<Cidr> hostStack) {
            this(virtualType, hostStack, EniQueueing.AS_IT_IS);
        }

        public Configured {
            hostStack = List.copyOf(hostStack);
        }
    }

    /** One whose namespace has one name. */
    public AttachRequest(
            AttachmentKey key,
            PodRef pod,
            NetNs netns,
            Mtu mtu,
            BandwidthLimit bandwidth,
            Instant deadline,
            Configured configured,
            PodInterfaces interfaces) {
        this(key, pod, netns, mtu, bandwidth, deadline, configured, interfaces, netns, "");
    }

    /** One whose runtime says nothing of the wiring. */
    public AttachRequest(
            AttachmentKey key, PodRef pod, NetNs netns, Mtu mtu, BandwidthLimit bandwidth, Instant deadline) {
        this(key, pod, netns, mtu, bandwidth, deadline, Configured.NOTHING, PodInterfaces.THE_ONE);
    }

    /** The same request by a runtime that says the pod's uid. */
    public AttachRequest of(String uid) {
        return new AttachRequest(key, pod, netns, mtu, bandwidth, deadline, configured, interfaces, lasting, uid);
    }

    /** The same request of a pod that asks for these networks. */
    public AttachRequest amongst(PodInterfaces others) {
        return new AttachRequest(key, pod, netns, mtu, bandwidth, deadline, configured, others, lasting, podUid);
    }
}
