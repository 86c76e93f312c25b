package io.github.terway4j.ports.in;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import java.time.Instant;

/**
 * A sandbox that wants to be attached.
 *
 * @param bandwidth as far as the runtime sets limits
 * @param deadline how long the caller waits
 */
public record AttachRequest(
        AttachmentKey key, PodRef pod, NetNs netns, Mtu mtu, BandwidthLimit bandwidth, Instant deadline) {
    /** The same request; where the runtime sets no limit, the pod's own annotations hold. */
    public AttachRequest limitedBy(BandwidthLimit annotated) {
        var limit = new BandwidthLimit(
                either(bandwidth.ingress(), annotated.ingress()), either(bandwidth.egress(), annotated.egress()));
        return new AttachRequest(key, pod, netns, mtu, limit, deadline);
    }

    private static Rate either(Rate runtimes, Rate annotated) {
        return runtimes.limited() ? runtimes : annotated;
    }
}
