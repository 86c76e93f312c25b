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
 * @param bandwidth as far as the runtime sets limits; the pod's own annotations hold where it sets none
 * @param deadline how long the caller waits
 */
public record AttachRequest(
        AttachmentKey key, PodRef pod, NetNs netns, Mtu mtu, BandwidthLimit bandwidth, Instant deadline) {}
