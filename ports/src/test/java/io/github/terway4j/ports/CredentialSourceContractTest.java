package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class CredentialSourceContractTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void who_fetches_anew_each_time_keeps_every_promise() {
        assertEquals(Set.of(), Breaches.brokenBy(Honest.class));
    }

    @Test
    void who_fetches_once_breaks_the_promises_about_time() {
        assertEquals(
                Set.of("after_a_long_sleep_it_gives_fresh_ones()", "for_a_day_it_never_gives_what_has_ended()"),
                Breaches.brokenBy(Lazy.class));
    }

    @Test
    void who_tells_what_it_holds_breaks_the_promise_about_secrets() {
        assertEquals(Set.of("nothing_that_is_printed_holds_a_secret()"), Breaches.brokenBy(Talkative.class));
    }

    @Test
    void who_has_nothing_and_hopes_breaks_the_promise_to_say_so() {
        assertEquals(
                Set.of("whoever_has_nothing_says_that_we_may_not_rather_than_that_nothing_is_known()"),
                Breaches.brokenBy(Hopeful.class));
    }

    @Test
    void who_gives_what_has_just_ended_breaks_the_first_promise() {
        assertEquals(
                Set.of(
                        "after_a_long_sleep_it_gives_fresh_ones()",
                        "for_a_day_it_never_gives_what_has_ended()",
                        "there_is_something_to_sign_with()"),
                Breaches.brokenBy(Late.class));
    }

    static final class Honest extends Bench {}

    static final class Lazy extends Bench {
        @Override
        public CredentialSource source() {
            var first = new CloudOutcome.Done<>(until(now().plus(HOUR)));
            return () -> first;
        }
    }

    static final class Talkative extends Bench {
        private record Told(String secret) implements CredentialSource {
            @Override
            public CloudOutcome<Credentials> current() {
                return new CloudOutcome.Done<>(new Credentials.AccessKey("id", secret));
            }
        }

        @Override
        public CredentialSource source() {
            return new Told("s3cret");
        }
    }

    static final class Hopeful extends Bench {
        @Override
        public CredentialSource empty() {
            return () -> new CloudOutcome.Unknown<>("perhaps later");
        }
    }

    static final class Late extends Bench {
        @Override
        public CredentialSource source() {
            return () -> new CloudOutcome.Done<>(until(now()));
        }
    }

    abstract static class Bench implements CredentialSourceContract {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public CredentialSource source() {
            return () -> new CloudOutcome.Done<>(until(now.plus(HOUR)));
        }

        @Override
        public CredentialSource empty() {
            return () -> new CloudOutcome.Denied<>("none");
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void passTime(Duration length) {
            now = now.plus(length);
        }

        static Credentials until(Instant expiry) {
            return new Credentials.Temporary("STS.id", "s3cret", "t0ken", expiry);
        }
    }
}
