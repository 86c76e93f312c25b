package io.github.terway4j.ports.in;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;

/**
 * A sandbox that wants to be attached.
 *
 * @param bandwidth as far as the runtime sets limits
 * @param deadline how long the caller waits
 */
public record AttachRequest(
        AttachmentKey key, PodRef pod, NetNs netns, Mtu mtu, BandwidthLimit bandwidth, Instant deadline) {
    /** The same request, by whatever limit the pod is to be held. */
    public AttachRequest limitedTo(BandwidthLimit limit) {
        return new AttachRequest(key, pod, netns, mtu, limit, deadline);
    }
}
