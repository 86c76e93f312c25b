package io.github.terway4j.adapters.ledger;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;

/** Leases by number, as long as those of a real node. */
final class Leases {
    private static final Instant SINCE = Instant.parse("2026-03-04T05:06:07Z");

    private Leases() {}

    static Lease lease(int number) {
        return new Lease(
                key(number),
                new PodRef("default", "web-7d4b9c6f5-%05d".formatted(number)),
                new EniId("eni-bp1a2b3c4d5e6f7g8h9i"),
                DualStack.v4(Ip.parse("10.0.0.0").plus(number)),
                SINCE);
    }

    static AttachmentKey key(int number) {
        return new AttachmentKey("%064x".formatted(number), new LinkName("eth0"));
    }
}
