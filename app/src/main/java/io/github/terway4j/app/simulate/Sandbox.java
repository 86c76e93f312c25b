package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;

/** What the runtime made for a pod to live in. */
record Sandbox(PodRef pod, String podUid, AttachmentKey key, NetNs netns) {
    /** Its beginning is enough for people to tell it from others. */
    @Override
    public String toString() {
        return pod + " in " + key.containerId().substring(0, 8);
    }
}
