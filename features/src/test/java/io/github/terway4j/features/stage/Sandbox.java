package io.github.terway4j.features.stage;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;

/**
 * What the runtime has made for a pod, and asks the agent about.
 *
 * @param limit that the runtime asks for by itself
 */
public record Sandbox(PodRef pod, AttachmentKey key, NetNs netns, BandwidthLimit limit) {
    /** Another interface of it. */
    public Sandbox by(LinkName other) {
        return new Sandbox(pod, new AttachmentKey(key.containerId(), other), netns, limit);
    }
}
