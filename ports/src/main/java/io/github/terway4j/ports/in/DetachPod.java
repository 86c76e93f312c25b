package io.github.terway4j.ports.in;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.pod.AttachmentKey;

/**
 * Ends an attachment (CNI DEL), whatever is left of it: no namespace, no lease, no link and an unknown sandbox are all
 * success, and so is the second time.
 */
public interface DetachPod {
    /** Where nobody says which namespace it was, or that is gone. */
    DetachOutcome detach(AttachmentKey key);

    /** While its namespace may still be there: what was lent to the pod is fetched from it. */
    default DetachOutcome detach(AttachmentKey key, NetNs sandbox) {
        return detach(key);
    }
}
