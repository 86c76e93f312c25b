package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialSource} promises, wherever its credentials come from. */
public interface CredentialSourceContract {
    /** One that has credentials to give for as long as anybody asks. */
    CredentialSource source();

    /** One that nobody has given any. */
    CredentialSource empty();

    /** What the source goes by. */
    Instant now();

    /** Lets so much time go by, in which everybody else does what is expected of them. */
    void passTime(Duration length);

    @Test
    default void there_is_something_to_sign_with() {
        assertTrue(current().lastsBeyond(now(), Duration.ZERO));
    }

    @Test
    default void for_a_day_it_never_gives_what_has_ended() {
        var source = source();
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            var credentials = given(source);
            assertTrue(credentials.lastsBeyond(now(), Duration.ZERO), now() + ": " + credentials);
            passTime(Duration.ofMinutes(10));
        }
    }

    @Test
    default void after_a_long_sleep_it_gives_fresh_ones() {
        var source = source();
        given(source);
        passTime(Duration.ofDays(3));
        assertTrue(given(source).lastsBeyond(now(), Duration.ZERO));
    }

    @Test
    default void nothing_that_is_printed_holds_a_secret() {
        var source = source();
        var outcome = source.current();
        for (var secret : secrets(given(source))) {
            for (var printed : List.of(outcome.toString(), outcome.words(), source.toString())) {
                assertFalse(printed.contains(secret), printed);
            }
        }
    }

    @Test
    default void whoever_has_nothing_says_that_we_may_not_rather_than_that_nothing_is_known() {
        var outcome = empty().current();
        if (!(outcome instanceof CloudOutcome.Denied<Credentials>)) {
            fail("denied was due, not " + outcome);
        }
    }

    private Credentials current() {
        return given(source());
    }

    private static Credentials given(CredentialSource source) {
        return switch (source.current()) {
            case CloudOutcome.Done<Credentials>(Credentials credentials) -> credentials;
            case CloudOutcome<Credentials> other -> fail("credentials were due, not " + other);
        };
    }

    private static List<String> secrets(Credentials credentials) {
        var secrets = new ArrayList<>(List.of(credentials.accessKeyId(), credentials.accessKeySecret()));
        switch (credentials) {
            case Credentials.Temporary temporary -> secrets.add(temporary.securityToken());
            case Credentials.AccessKey _ -> {}
        }
        return secrets;
    }
}
