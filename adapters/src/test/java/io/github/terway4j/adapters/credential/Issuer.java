package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues new credentials at each call, or refuses, or issues the same ones until shortly before their end. */
final class Issuer implements CredentialSource {
    private final InstantSource clock;
    private final Duration life;
    private final AtomicInteger asked = new AtomicInteger();
    private Duration sameUntil = Duration.ofDays(1);
    private Optional<CloudOutcome<Credentials>> refusal = Optional.empty();
    private Optional<Credentials.Temporary> latest = Optional.empty();

    Issuer(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    void refuse(CloudOutcome<Credentials> outcome) {
        refusal = Optional.of(outcome);
    }

    void issueAgain() {
        refusal = Optional.empty();
    }

    /** As long as more than this is left of the latest ones' life, it gives those. */
    void sameUntil(Duration left) {
        sameUntil = left;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public CloudOutcome<Credentials> current() {
        var number = asked.incrementAndGet();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var now = clock.instant();
        var given = latest.filter(known -> known.lastsBeyond(now, sameUntil)).orElseGet(() -> made(number, now));
        latest = Optional.of(given);
        return new CloudOutcome.Done<>(given);
    }

    private Credentials.Temporary made(int number, Instant now) {
        return new Credentials.Temporary("STS.leak-" + number, "leak-" + number, "leak-" + number, now.plus(life));
    }
}
