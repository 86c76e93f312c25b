package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;

/**
 * A pod on a node, and the sandbox that its runtime made for it.
 *
 * @param sandbox the container id that CNI hears of, 64 hexadecimal digits
 */
public record RunningPod(String node, PodFacts facts, String sandbox) {
    private static final LinkName ETH0 = new LinkName("eth0");

    public PodRef pod() {
        return facts.pod();
    }

    public AttachmentKey attachment() {
        return new AttachmentKey(sandbox, ETH0);
    }
}
