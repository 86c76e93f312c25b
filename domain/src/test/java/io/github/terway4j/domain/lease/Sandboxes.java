package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Names and times that the tests of leases share. */
final class Sandboxes {
    static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    static final Cooldown HALF_A_MINUTE = new Cooldown(Duration.ofSeconds(30));
    static final EniId ENI_A = new EniId("eni-a");
    static final EniId ENI_B = new EniId("eni-b");

    private Sandboxes() {}

    static AttachmentKey sandbox(String id) {
        return new AttachmentKey(id, new LinkName("eth0"));
    }

    static PodRef pod(String name) {
        return new PodRef("default", name);
    }

    static Instant secondsLater(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static List<Ip> ips(String... texts) {
        return Stream.of(texts).map(Ip::parse).toList();
    }
}
