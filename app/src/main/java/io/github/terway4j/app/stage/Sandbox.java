package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;

/**
 * A pod's sandbox, as a container runtime would have made it.
 *
 * @param podUid as the kubelet tells it to the runtime
 */
public record Sandbox(PodRef pod, String podUid, String id, NetNs netns, StageNode node) {
    public static final LinkName INTERFACE = new LinkName("eth0");

    public AttachmentKey key() {
        return new AttachmentKey(id, INTERFACE);
    }
}
