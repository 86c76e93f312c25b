package io.github.terway4j.adapters.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.adapters.credential.CredentialChain.Link;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CredentialChainTest {
    private static final CredentialSource A_KEY = GivenKey.of("leak", "leak");
    private static final CredentialSource ANOTHER_KEY = GivenKey.of("other", "leak");

    @Test
    void the_first_that_has_any_is_taken() {
        assertEquals(A_KEY.current(), chain(A_KEY, ANOTHER_KEY).current());
        assertEquals(ANOTHER_KEY.current(), chain(ANOTHER_KEY, A_KEY).current());
    }

    @Test
    void one_that_has_none_is_passed_over() {
        assertEquals(
                A_KEY.current(), chain(GivenKey.none(), denied("gone"), A_KEY).current());
    }

    @Test
    void one_that_may_have_some_is_not() {
        CredentialSource lost = () -> new CloudOutcome.Unknown<>("cannot be read");
        assertEquals(
                new CloudOutcome.Unknown<>("link 2: cannot be read"),
                chain(GivenKey.none(), lost, A_KEY).current());
        CloudOutcome<Credentials> throttled = new CloudOutcome.Throttled<>(Duration.ofSeconds(1));
        assertEquals(throttled, chain(() -> throttled, A_KEY).current());
    }

    @Test
    void where_nobody_has_any_it_is_said_of_each_why() {
        assertEquals(
                new CloudOutcome.Denied<>(
                        "nobody has given us credentials: "
                                + "link 1: access_key and access_secret are not set; link 2: there is no file /a; link 3: no role"),
                chain(GivenKey.none(), denied("there is no file /a"), denied("no role"))
                        .current());
    }

    @Test
    void what_the_cloud_no_longer_knows_is_told_to_whoever_gave_it() {
        var clock = new HandedClock();
        var issuer = new Issuer(clock, Duration.ofHours(6));
        var chain = chain(GivenKey.none(), FreshCredentials.inTime(issuer, clock));
        var first = chain.current();
        clock.pass(Duration.ofHours(1));
        assertEquals(first, chain.current());
        first.then(given -> {
            chain.refused(given);
            return first;
        });
        assertNotEquals(first, chain.current());
    }

    private static CredentialSource denied(String words) {
        return () -> new CloudOutcome.Denied<>(words);
    }

    private static CredentialChain chain(CredentialSource... sources) {
        var links = new Link[sources.length];
        for (int i = 0; i < sources.length; i++) {
            links[i] = new Link("link " + (i + 1), sources[i]);
        }
        return new CredentialChain(List.of(links));
    }
}
