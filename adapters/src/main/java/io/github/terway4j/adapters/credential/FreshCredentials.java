package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers what its source gave, and asks it anew before that ends. While the source has nothing new to give, what we
 * have serves on until its very end, or until the cloud does not know it any more. Of several callers one asks; the others go on with what there is or, if there is
 * nothing, wait for what the one is told.
 */
public final class FreshCredentials implements CredentialSource {
    private static final Logger LOG = System.getLogger(FreshCredentials.class.getName());
    /** A failure is told of once in so long. */
    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

    private record Held(Credentials credentials, Instant due) {}

    /**
     * What the source said last.
     *
     * @param count how many times it was asked
     */
    private record Attempt(long count, Instant next, CloudOutcome<Credentials> outcome) {}

    private final CredentialSource source;
    private final Renewal renewal;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Optional<Held> held = Optional.empty();
    private volatile Attempt last = new Attempt(0, Instant.MIN, new CloudOutcome.Unknown<>("never asked"));
    /** What the cloud did not know any more when it was last used. */
    private volatile Optional<Credentials> refused = Optional.empty();

    private Instant nextWords = Instant.MIN;

    private FreshCredentials(CredentialSource source, Renewal renewal, InstantSource clock) {
        this.source = source;
        this.renewal = renewal;
        this.clock = clock;
    }

    /**
     * For credentials that somebody issues for hours: asked for anew in the last quarter of their life, at most half an
     * hour before their end, and then once a minute until there are new ones.
     */
    public static FreshCredentials inTime(CredentialSource source, InstantSource clock) {
        return new FreshCredentials(source, Renewal.IN_TIME, clock);
    }

    /** For credentials that lie on this machine: asked for at each call. */
    public static FreshCredentials eachTime(CredentialSource source, InstantSource clock) {
        return new FreshCredentials(source, Renewal.EACH_TIME, clock);
    }

    @Override
    public CloudOutcome<Credentials> current() {
        var asked = last.count();
        var lasting = lasting();
        if (lasting.isPresent() && (!isDue(lasting.get()) || !asking.tryLock())) {
            return served(lasting.get());
        }
        if (lasting.isEmpty()) {
            asking.lock();
        }
        try {
            // Whoever waited for the lock shares what was said meanwhile, be it a refusal.
            return last.count() == asked ? ask() : last.outcome();
        } finally {
            asking.unlock();
        }
    }

    /**
     * These no longer serve on: the next to ask has them fetched anew. A source that is asked in time is asked at most
     * once a minute, for it may give the same ones again. Word that comes late, of others than we hold, changes nothing.
     */
    @Override
    public void refused(Credentials credentials) {
        refused = Optional.of(credentials);
    }

    private boolean isRefused(Held kept) {
        return refused.filter(kept.credentials()::equals).isPresent();
    }

    /** Between two attempts, what is refused is only given again if the source itself has said nothing else since. */
    private CloudOutcome<Credentials> served(Held kept) {
        return isRefused(kept) ? last.outcome() : new CloudOutcome.Done<>(kept.credentials());
    }

    private CloudOutcome<Credentials> ask() {
        var told = source.current();
        var now = clock.instant();
        var outcome = switch (told) {
            case CloudOutcome.Done<Credentials>(Credentials credentials) -> {
                keep(credentials, now);
                yield told;
            }
            case CloudOutcome<Credentials> refusal ->
                lasting()
                        .filter(kept -> !isRefused(kept))
                        .map(kept -> goOn(kept, refusal, now))
                        .orElse(refusal);
        };
        last = new Attempt(last.count() + 1, now.plus(renewal.pause()), outcome);
        return outcome;
    }

    /** The same ones again are no younger than they were. */
    private void keep(Credentials credentials, Instant now) {
        if (held.filter(kept -> kept.credentials().equals(credentials)).isEmpty()) {
            held = Optional.of(new Held(credentials, renewal.due(credentials, now)));
        }
    }

    private CloudOutcome<Credentials> goOn(Held kept, CloudOutcome<Credentials> refusal, Instant now) {
        if (!now.isBefore(nextWords)) {
            nextWords = now.plus(BETWEEN_WORDS);
            LOG.log(Level.WARNING, "{0} could not be renewed: {1}", kept.credentials(), refusal.words());
        }
        return new CloudOutcome.Done<>(kept.credentials());
    }

    private boolean isDue(Held kept) {
        var now = clock.instant();
        return (isRefused(kept) || !now.isBefore(kept.due())) && !now.isBefore(last.next());
    }

    private Optional<Held> lasting() {
        return held.filter(kept -> kept.credentials().lastsBeyond(clock.instant(), Duration.ZERO));
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
