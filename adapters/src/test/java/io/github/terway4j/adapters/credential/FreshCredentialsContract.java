package io.github.terway4j.adapters.credential;

import io.github.terway4j.adapters.credential.CredentialChain.Link;
import io.github.terway4j.ports.CredentialSourceContract;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The whole chain, with a role at its end. */
class FreshCredentialsContract implements CredentialSourceContract {
    private static final Path NOWHERE = Path.of("/nonexistent/of/this/test");

    private final HandedClock clock = new HandedClock();

    @Override
    public CredentialSource source() {
        var issuer = new Issuer(clock, Duration.ofHours(6));
        issuer.sameUntil(Duration.ofMinutes(20));
        return chain(FreshCredentials.inTime(issuer, clock));
    }

    @Override
    public CredentialSource empty() {
        return chain(FreshCredentials.inTime(() -> new CloudOutcome.Denied<>("no role"), clock));
    }

    private CredentialSource chain(CredentialSource role) {
        return new CredentialChain(List.of(
                new Link("the Secret", new SecretFolder(NOWHERE)),
                new Link("eni_conf", GivenKey.none()),
                new Link("credential_path", FreshCredentials.eachTime(new TokenFile(NOWHERE, clock), clock)),
                new Link("the role", role)));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }
}
