package io.github.terway4j.app.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.credential.FreshCredentials;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Temporary credentials that the cloud takes back hours before their end. */
final class ForgottenTokenTest {
    private static final Duration LIFE = Duration.ofHours(6);

    private final CloudAtItsDoor door = new CloudAtItsDoor(1);
    private final TokenService sts =
            new TokenService(door.identities(), InstantSource.system(), new SplittableRandom(1));
    private final List<Credentials.Temporary> issued = new ArrayList<>();
    private Instant now = Instant.now();
    private final AliyunCloudNetwork network =
            new AliyunCloudNetwork(door.api(FreshCredentials.inTime(this::issue, () -> now)), Optional.empty());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void cost_the_call_that_meets_it_and_not_the_next() {
        assertInstanceOf(CloudOutcome.Done.class, look());
        now = now.plus(Duration.ofMinutes(1));
        door.identities().remove(issued.getFirst().accessKeyId());
        assertInstanceOf(CloudOutcome.Conflict.class, look());
        assertInstanceOf(CloudOutcome.Done.class, look());
        assertEquals(2, issued.size());
    }

    @Test
    void taken_back_as_soon_as_issued_they_are_not_asked_for_more_than_once_a_minute() {
        for (int second = 0; second < 120; second += 10) {
            look();
            door.identities().remove(issued.getLast().accessKeyId());
            now = now.plus(Duration.ofSeconds(10));
        }
        assertEquals(2, issued.size());
    }

    private CloudOutcome<List<Eni>> look() {
        return network.enisOf(door.scene().instances().getFirst().id());
    }

    private CloudOutcome<Credentials> issue() {
        issued.add(sts.issue(Identity.OWNER, LIFE));
        return new CloudOutcome.Done<>(issued.getLast());
    }
}
