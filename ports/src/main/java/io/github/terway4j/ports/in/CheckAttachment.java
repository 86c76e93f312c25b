package io.github.terway4j.ports.in;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.pod.AttachmentKey;

/** Tells whether all that an attachment needs is there (CNI CHECK). Changes nothing. */
public interface CheckAttachment {
    CheckOutcome check(AttachmentKey key, NetNs netns);
}
