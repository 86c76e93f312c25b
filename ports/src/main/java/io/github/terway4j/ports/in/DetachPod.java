package io.github.terway4j.ports.in;

import io.github.terway4j.domain.pod.AttachmentKey;

/**
 * Ends an attachment (CNI DEL), whatever is left of it: no namespace, no lease, no link and an unknown sandbox are all
 * success, and so is the second time.
 */
public interface DetachPod {
    DetachOutcome detach(AttachmentKey key);
}
