package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Waiting;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;

/**
 * On which terms a sandbox was wired, beside its addresses: what is needed to change that while the pod runs.
 *
 * @param netns by the runtime's own path, which outlives the call
 * @param runtimes what the runtime itself said of the pod's bandwidth
 * @param limit what the pod is held to
 */
public record Terms(NetNs netns, Mtu mtu, BandwidthLimit runtimes, BandwidthLimit limit, Waiting waiting) {
    public Terms limitedTo(BandwidthLimit other) {
        return new Terms(netns, mtu, runtimes, other, waiting);
    }
}
