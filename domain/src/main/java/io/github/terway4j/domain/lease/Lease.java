package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;

/**
 * The right of one sandbox to its addresses, until it is taken back.
 *
 * @param addresses one of each family that the node serves, all on {@code eni}
 */
public record Lease(AttachmentKey key, PodRef pod, EniId eni, DualStack<Ip> addresses, Instant since) {
    /**
     * The same addresses, now held by another sandbox of the pod. The newer lease is always the younger, even where the
     * clock was set back meanwhile, and by enough for ledgers that keep whole milliseconds.
     */
    Lease passedTo(AttachmentKey newer, Instant now) {
        var afterThis = since.plusMillis(1);
        return new Lease(newer, pod, eni, addresses, now.isAfter(afterThis) ? now : afterThis);
    }
}
