package io.github.terway4j.ports.in;

import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Collection;

/** Ends every attachment but these (CNI GC): the runtime vouches that no other is in use. */
public interface CollectGarbage {
    DetachOutcome collect(Collection<AttachmentKey> valid);
}
